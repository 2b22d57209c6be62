Set-StrictMode -Version Latest

$script:Escape = [string] [char] 27
$script:ColorCode = @{
    Black = 30; Red = 31; Green = 32; Yellow = 33; Blue = 34; Magenta = 35; Cyan = 36; White = 37
}

function Format-AnsiText {
    <#
    .SYNOPSIS
    Puts text in colour, bold or underline for a terminal.

    .DESCRIPTION
    Surrounds the text with ANSI escape sequences. When the environment variable NO_COLOR is set, the text is
    returned as it is.

    .PARAMETER InputObject
    The text.

    .PARAMETER Color
    One of the eight basic colours.

    .PARAMETER Bold
    Makes the text bold.

    .PARAMETER Underline
    Underlines the text.

    .EXAMPLE
    Format-AnsiText -InputObject 'Failed' -Color Red -Bold

    Returns the word in bold red.

    .EXAMPLE
    (Get-ChildItem -Directory).Name | Format-AnsiText -Color Blue

    Lists the folders in blue.

    .INPUTS
    System.String

    .OUTPUTS
    System.String
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowEmptyString()]
        [string] $InputObject,

        [ValidateSet('Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White')]
        [string] $Color,

        [switch] $Bold,

        [switch] $Underline
    )

    process {
        $codes = @(
            if ($Bold) { 1 }
            if ($Underline) { 4 }
            if ($Color) { $script:ColorCode[$Color] }
        )
        if ($codes.Count -eq 0 -or $env:NO_COLOR) {
            $InputObject
        } else {
            '{0}[{1}m{2}{0}[0m' -f $script:Escape, ($codes -join ';'), $InputObject
        }
    }
}

function ConvertFrom-AnsiText {
    <#
    .SYNOPSIS
    Takes ANSI escape sequences out of text.

    .DESCRIPTION
    Returns the text as it would be without colours, cursor movements and terminal titles: for log files, and to
    measure the width of what is shown.

    .PARAMETER InputObject
    The text.

    .EXAMPLE
    Get-Content -Path build.log | ConvertFrom-AnsiText | Set-Content -Path build.txt

    Makes a plain copy of a coloured log.

    .INPUTS
    System.String

    .OUTPUTS
    System.String
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowEmptyString()]
        [string] $InputObject
    )

    process {
        # CSI sequences, then OSC sequences, which end with BEL or ST.
        $InputObject -replace '\x1B\[[0-?]*[ -/]*[@-~]', '' -replace '\x1B\].*?(\x07|\x1B\\)', ''
    }
}
