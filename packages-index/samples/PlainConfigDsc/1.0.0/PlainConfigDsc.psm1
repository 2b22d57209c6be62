Set-StrictMode -Version Latest

enum Ensure {
    Absent
    Present
}

<#
    .SYNOPSIS
    Keeps one line in a text file, or keeps it out.

    .DESCRIPTION
    The line is compared as a whole and with regard to case. With Match, lines that match a regular expression
    are replaced by Line, so that a setting does not end up in the file twice.
#>
[DscResource()]
class ConfigLine {
    # Full path of the text file. It is created when it is missing and the line should be present.
    [DscProperty(Key)]
    [string] $Path

    # The whole line, without its line break.
    [DscProperty(Key)]
    [string] $Line

    # A regular expression, case-sensitive: lines that match are other versions of the same line.
    [DscProperty()]
    [string] $Match

    [DscProperty()]
    [Ensure] $Ensure = [Ensure]::Present

    [ConfigLine] Get() {
        $text = Import-ConfigText -Path $this.Path
        $current = [ConfigLine]::new()
        $current.Path = $this.Path
        $current.Line = $this.Line
        $current.Match = $this.Match
        $current.Ensure = if ($text.Lines -ccontains $this.Line) { [Ensure]::Present } else { [Ensure]::Absent }
        return $current
    }

    [bool] Test() {
        $text = Import-ConfigText -Path $this.Path
        return Test-SameLine -Reference $text.Lines -Difference $this.GetDesiredLines($text.Lines)
    }

    [void] Set() {
        $text = Import-ConfigText -Path $this.Path
        $text.Lines = $this.GetDesiredLines($text.Lines)
        Export-ConfigText -Path $this.Path -Text $text
    }

    # What the file should hold: Test compares with it and Set writes it, so the two cannot disagree.
    hidden [string[]] GetDesiredLines([string[]] $current) {
        $desired = @{
            Current   = $current
            Line      = $this.Line
            Match     = $this.Match
            IsPresent = $this.Ensure -eq [Ensure]::Present
        }
        return [string[]] @(Get-DesiredLine @desired)
    }
}

<#
    .SYNOPSIS
    Keeps one value in an INI file, or keeps it out.

    .DESCRIPTION
    Sections and names are compared without regard to case, values with regard to it. Comments, blank lines and
    the order of everything else stay as they are.
#>
[DscResource()]
class ConfigValue {
    # Full path of the INI file. It is created when it is missing and the value should be present.
    [DscProperty(Key)]
    [string] $Path

    # The section, without its brackets. Empty for the lines before the first section.
    [DscProperty(Key)]
    [string] $Section

    [DscProperty(Key)]
    [string] $Name

    [DscProperty()]
    [string] $Value

    [DscProperty()]
    [Ensure] $Ensure = [Ensure]::Present

    [ConfigValue] Get() {
        $text = Import-ConfigText -Path $this.Path
        $found = @(Find-IniValue -Current $text.Lines -Section $this.Section -Name $this.Name)
        $current = [ConfigValue]::new()
        $current.Path = $this.Path
        $current.Section = $this.Section
        $current.Name = $this.Name
        $current.Ensure = [Ensure]::Absent
        if ($found.Count -gt 0) {
            $current.Ensure = [Ensure]::Present
            $current.Value = $found[0]
        }
        return $current
    }

    [bool] Test() {
        $text = Import-ConfigText -Path $this.Path
        return Test-SameLine -Reference $text.Lines -Difference $this.GetDesiredLines($text.Lines)
    }

    [void] Set() {
        $text = Import-ConfigText -Path $this.Path
        $text.Lines = $this.GetDesiredLines($text.Lines)
        Export-ConfigText -Path $this.Path -Text $text
    }

    hidden [string[]] GetDesiredLines([string[]] $current) {
        $desired = @{
            Current   = $current
            Section   = $this.Section
            Name      = $this.Name
            Value     = $this.Value
            IsPresent = $this.Ensure -eq [Ensure]::Present
        }
        return [string[]] @(Get-DesiredIniLine @desired)
    }
}

# The lines of a file, with what it takes to write them back: its line break and its encoding.
function Import-ConfigText {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)]
        [string] $Path
    )

    $text = [pscustomobject]@{
        Lines    = [string[]] @()
        NewLine  = [Environment]::NewLine
        Encoding = [Text.UTF8Encoding]::new($false)
    }
    if (-not [IO.File]::Exists($Path)) {
        return $text
    }

    $reader = [IO.StreamReader]::new($Path, $text.Encoding, $true)
    try {
        $content = $reader.ReadToEnd()
        $text.Encoding = $reader.CurrentEncoding
    } finally {
        $reader.Dispose()
    }

    if ($content -match '\r?\n') {
        $text.NewLine = $Matches[0]
    }
    if ($content) {
        $text.Lines = [string[]] ($content -replace '\r?\n\z' -split '\r?\n')
    }
    return $text
}

function Export-ConfigText {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [string] $Path,

        [Parameter(Mandatory)]
        [psobject] $Text
    )

    $folder = [IO.Path]::GetDirectoryName($Path)
    if ($folder) {
        [void] [IO.Directory]::CreateDirectory($folder)
    }
    $content = -join ($Text.Lines | ForEach-Object -Process { $_ + $Text.NewLine })
    [IO.File]::WriteAllText($Path, $content, $Text.Encoding)
}

function Test-SameLine {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [string[]] $Reference,

        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [string[]] $Difference
    )

    # A line never holds a line break, so the joined texts are equal only when all lines are.
    $Reference.Count -eq $Difference.Count -and ($Reference -join "`n") -ceq ($Difference -join "`n")
}

function Get-DesiredLine {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [string[]] $Current,

        [string] $Line,

        [string] $Match,

        [bool] $IsPresent
    )

    $isWritten = $false
    foreach ($existing in $Current) {
        $isOurs = $existing -ceq $Line -or ($Match -and $existing -cmatch $Match)
        if (-not $isOurs) {
            $existing
        } elseif ($IsPresent -and -not $isWritten) {
            $Line
            $isWritten = $true
        }
    }
    if ($IsPresent -and -not $isWritten) {
        $Line
    }
}

function Find-IniValue {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [string[]] $Current,

        [string] $Section,

        [string] $Name
    )

    $inSection = $Section -eq ''
    $pattern = '^\s*{0}\s*=\s*(?<value>.*?)\s*$' -f [regex]::Escape($Name)
    foreach ($line in $Current) {
        if ($line -match '^\s*\[(?<section>[^\]]+)\]\s*$') {
            $inSection = $Matches['section'].Trim() -eq $Section
        } elseif ($inSection -and $line -match $pattern) {
            $Matches['value']
        }
    }
}

function Get-DesiredIniLine {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [string[]] $Current,

        [string] $Section,

        [string] $Name,

        [string] $Value,

        [bool] $IsPresent
    )

    $result = [Collections.Generic.List[string]]::new()
    $pattern = '^(?<before>\s*{0}\s*=\s*)(?<value>.*?)\s*$' -f [regex]::Escape($Name)
    $inSection = $Section -eq ''
    $isWritten = $false
    # Where a new line of the section goes: after its last line that is not blank. -1: there is no such section.
    $insertAt = if ($inSection) { 0 } else { -1 }

    foreach ($line in $Current) {
        $kept = $line
        if ($line -match '^\s*\[(?<section>[^\]]+)\]\s*$') {
            $inSection = $Matches['section'].Trim() -eq $Section
        } elseif ($inSection -and $line -match $pattern) {
            if ($isWritten -or -not $IsPresent) {
                continue
            }
            if ($Matches['value'] -cne $Value) {
                $kept = $Matches['before'] + $Value
            }
            $isWritten = $true
        }
        $result.Add($kept)
        if ($inSection -and $kept.Trim()) {
            $insertAt = $result.Count
        }
    }

    if ($IsPresent -and -not $isWritten) {
        if ($insertAt -lt 0) {
            if ($result.Count -gt 0) {
                $result.Add('')
            }
            $result.Add("[$Section]")
            $insertAt = $result.Count
        }
        $result.Insert($insertAt, "$Name=$Value")
    }
    $result
}
