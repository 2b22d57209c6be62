Set-StrictMode -Version Latest

function ConvertTo-MarkdownTable {
    <#
    .SYNOPSIS
    Turns objects into a Markdown table.

    .DESCRIPTION
    Collects all objects of the pipeline and returns the lines of one table, padded so that the source can be
    read as it stands. A vertical bar in a value is escaped, a line break becomes <br>, and a list of values is
    joined with commas. Without objects nothing is returned.

    .PARAMETER InputObject
    The objects, one a row.

    .PARAMETER Property
    The properties to show, one a column. By default those of the first object.

    .PARAMETER AlignRight
    The columns to align to the right, for example numbers.

    .EXAMPLE
    Get-ChildItem -File | ConvertTo-MarkdownTable -Property Name, Length -AlignRight Length

    Returns a table of the files in the current folder.

    .EXAMPLE
    Import-Csv -Path ports.csv | ConvertTo-MarkdownTable | Set-Content -Path ports.md

    Turns a CSV file into a Markdown file.

    .INPUTS
    System.Management.Automation.PSObject

    .OUTPUTS
    System.String

    .LINK
    ConvertFrom-MarkdownTable
    #>
    [CmdletBinding()]
    [Alias('mdtable')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, ValueFromPipeline)]
        [psobject] $InputObject,

        [Parameter(Position = 0)]
        [ValidateNotNullOrEmpty()]
        [string[]] $Property,

        [string[]] $AlignRight = @()
    )

    begin {
        $rows = [Collections.Generic.List[psobject]]::new()
    }

    process {
        $rows.Add($InputObject)
    }

    end {
        if ($rows.Count -eq 0) {
            return
        }

        $columns = $Property
        if (-not $columns) {
            $columns = @($rows[0].psobject.Properties | ForEach-Object -MemberName Name)
        }
        $table = foreach ($column in $columns) {
            $cells = [string[]] @(
                Format-TableCell -Value $column
                foreach ($row in $rows) {
                    $member = $row.psobject.Properties[$column]
                    Format-TableCell -Value $(if ($null -ne $member) { $member.Value })
                }
            )
            $width = 3
            foreach ($cell in $cells) {
                $width = [Math]::Max($width, $cell.Length)
            }
            [pscustomobject]@{
                Cells   = $cells
                Width   = $width
                IsRight = $AlignRight -contains $column
            }
        }

        for ($index = 0; $index -le $rows.Count; $index++) {
            $line = foreach ($column in $table) {
                if ($column.IsRight) {
                    $column.Cells[$index].PadLeft($column.Width)
                } else {
                    $column.Cells[$index].PadRight($column.Width)
                }
            }
            '| {0} |' -f ($line -join ' | ')

            if ($index -eq 0) {
                $rule = foreach ($column in $table) {
                    if ($column.IsRight) {
                        '-' * ($column.Width - 1) + ':'
                    } else {
                        '-' * $column.Width
                    }
                }
                '| {0} |' -f ($rule -join ' | ')
            }
        }
    }
}

function ConvertFrom-MarkdownTable {
    <#
    .SYNOPSIS
    Reads the tables of a Markdown text as objects.

    .DESCRIPTION
    Finds each table, that is a row of headings above a row of hyphens, and returns an object for each row
    below. All values are strings. Escaped bars and <br> are turned back. Text around the tables is passed over.

    .PARAMETER InputObject
    The Markdown, as lines or as one text.

    .EXAMPLE
    Get-Content -Path README.md | ConvertFrom-MarkdownTable

    Returns the rows of all tables in README.md.

    .EXAMPLE
    Get-Content -Path ports.md | ConvertFrom-MarkdownTable | Export-Csv -Path ports.csv -NoTypeInformation

    Turns a Markdown table into a CSV file.

    .INPUTS
    System.String

    .OUTPUTS
    System.Management.Automation.PSCustomObject

    .LINK
    ConvertTo-MarkdownTable
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowEmptyString()]
        [string[]] $InputObject
    )

    begin {
        $lines = [Collections.Generic.List[string]]::new()
    }

    process {
        foreach ($text in $InputObject) {
            $lines.AddRange([string[]] ($text -split '\r?\n'))
        }
    }

    end {
        $rule = '^\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?\s*)?$'
        $headings = @()
        for ($index = 0; $index -lt $lines.Count; $index++) {
            $line = $lines[$index]
            if ($line -notmatch '\|') {
                $headings = @()
            } elseif ($headings.Count -gt 0) {
                $cells = @(Split-TableRow -Line $line)
                $row = [ordered]@{}
                for ($column = 0; $column -lt $headings.Count; $column++) {
                    $row[$headings[$column]] = if ($column -lt $cells.Count) { $cells[$column] } else { '' }
                }
                [pscustomobject] $row
            } elseif ($index + 1 -lt $lines.Count -and $lines[$index + 1] -match $rule) {
                $headings = @(Get-ColumnName -Heading @(Split-TableRow -Line $line))
                $index++ # past the rule of hyphens
            }
        }
    }
}

function ConvertTo-MarkdownList {
    <#
    .SYNOPSIS
    Turns texts into a Markdown list.

    .DESCRIPTION
    Returns the lines of a list with one item for each text. Long items are wrapped, and the lines that follow
    are indented to stay in their item.

    .PARAMETER InputObject
    The texts, one an item.

    .PARAMETER Ordered
    Numbers the items.

    .PARAMETER Width
    The greatest length of a line. The default is 80.

    .EXAMPLE
    'Stop the service', 'Replace the file', 'Start the service' | ConvertTo-MarkdownList -Ordered

    Returns a list of three numbered steps.

    .EXAMPLE
    git log -5 --format=%s | ConvertTo-MarkdownList -Width 100

    Lists the last five commits as bullet points.

    .INPUTS
    System.String

    .OUTPUTS
    System.String
    #>
    [CmdletBinding()]
    [Alias('mdlist')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowEmptyString()]
        [string[]] $InputObject,

        [switch] $Ordered,

        [ValidateRange(10, 1000)]
        [int] $Width = 80
    )

    begin {
        $number = 0
    }

    process {
        foreach ($text in $InputObject) {
            $number++
            $marker = if ($Ordered) { "$number. " } else { '- ' }
            $lines = @(Format-TextWrap -InputObject $text -Width $Width -Indent $marker.Length)
            ($marker + $lines[0].TrimStart()).TrimEnd()
            $lines | Select-Object -Skip 1
        }
    }
}

function Get-MarkdownHeading {
    <#
    .SYNOPSIS
    Lists the headings of a Markdown file or text.

    .DESCRIPTION
    Returns an object for each heading that begins with number signs: its level, text, line, and the anchor
    that GitHub and most other renderers give it. Fenced code is passed over.

    .PARAMETER Path
    One or more Markdown files. Wildcards are allowed.

    .PARAMETER InputObject
    The Markdown itself, in place of files.

    .EXAMPLE
    Get-MarkdownHeading -Path README.md | ConvertTo-MarkdownOutline

    Returns a table of contents for README.md.

    .EXAMPLE
    Get-ChildItem -Filter *.md -Recurse | Get-MarkdownHeading | Where-Object -Property Level -EQ -Value 1

    Lists the titles of all Markdown files below the current folder.

    .INPUTS
    System.IO.FileInfo

    .OUTPUTS
    Quill.Markdown.Heading

    .LINK
    ConvertTo-MarkdownOutline
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path')]
    [OutputType('Quill.Markdown.Heading')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Path', ValueFromPipelineByPropertyName)]
        [Alias('FullName')]
        [SupportsWildcards()]
        [string[]] $Path,

        [Parameter(Mandatory, ParameterSetName = 'Text')]
        [AllowEmptyString()]
        [string] $InputObject
    )

    process {
        if ($PSCmdlet.ParameterSetName -eq 'Text') {
            Read-Heading -Line ($InputObject -split '\r?\n') -Source ''
            return
        }
        foreach ($file in Resolve-Path -Path $Path) {
            $content = @(Get-Content -LiteralPath $file.ProviderPath -Encoding UTF8)
            Read-Heading -Line $content -Source $file.ProviderPath
        }
    }
}

function ConvertTo-MarkdownOutline {
    <#
    .SYNOPSIS
    Turns headings into a nested list of links.

    .DESCRIPTION
    Takes what Get-MarkdownHeading returns and makes the lines of a table of contents.

    .PARAMETER Heading
    The headings.

    .PARAMETER MinimumLevel
    The highest level to show. The default, 2, leaves the title out.

    .PARAMETER MaximumLevel
    The lowest level to show. The default is 3.

    .EXAMPLE
    Get-MarkdownHeading -Path README.md | ConvertTo-MarkdownOutline

    Returns links to the headings of levels 2 and 3.

    .EXAMPLE
    Get-MarkdownHeading -Path README.md | ConvertTo-MarkdownOutline -MinimumLevel 1 -MaximumLevel 6 | Set-Clipboard

    Copies an outline of all headings, ready to be pasted.

    .INPUTS
    Quill.Markdown.Heading

    .OUTPUTS
    System.String

    .LINK
    Get-MarkdownHeading
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Quill.Markdown.Heading')]
        [psobject[]] $Heading,

        [ValidateRange(1, 6)]
        [int] $MinimumLevel = 2,

        [ValidateRange(1, 6)]
        [int] $MaximumLevel = 3
    )

    process {
        foreach ($item in $Heading) {
            if ($item.Level -ge $MinimumLevel -and $item.Level -le $MaximumLevel) {
                '{0}- [{1}](#{2})' -f ('  ' * ($item.Level - $MinimumLevel)), $item.Text, $item.Anchor
            }
        }
    }
}

# One value as the text of a table cell.
function Format-TableCell {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [AllowNull()]
        [object] $Value
    )

    $text = if ($Value -is [Collections.IEnumerable] -and $Value -isnot [string]) {
        $Value -join ', '
    } else {
        [string] $Value
    }
    $text.Trim().Replace('|', '\|') -replace '\r?\n', '<br>'
}

# The values of one row. The bars at its ends are optional, and an escaped bar is part of a value.
function Split-TableRow {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [string] $Line
    )

    $inner = $Line.Trim() -replace '^\|', '' -replace '(?<!\\)\|$', ''
    foreach ($cell in $inner -split '(?<!\\)\|') {
        $cell.Trim().Replace('\|', '|') -replace '<br ?/?>', "`n"
    }
}

# Headings as property names: not empty, and each only once.
function Get-ColumnName {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [string[]] $Heading
    )

    $seen = [Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
    for ($index = 0; $index -lt $Heading.Count; $index++) {
        $name = $Heading[$index]
        if ($name -eq '' -or -not $seen.Add($name)) {
            $name = 'Column{0}' -f ($index + 1)
            [void] $seen.Add($name)
        }
        $name
    }
}

function Read-Heading {
    [CmdletBinding()]
    [OutputType('Quill.Markdown.Heading')]
    param(
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [string[]] $Line,

        [string] $Source
    )

    $fence = ''
    $used = @{}
    for ($index = 0; $index -lt $Line.Count; $index++) {
        if ($fence) {
            if ($Line[$index] -match "^ {0,3}$fence+\s*$") {
                $fence = ''
            }
        } elseif ($Line[$index] -match '^ {0,3}(?<fence>`{3,}|~{3,})') {
            $fence = $Matches['fence']
        } elseif ($Line[$index] -match '^ {0,3}(?<level>#{1,6})\s+(?<text>.*?)(\s+#+)?\s*$') {
            $level = $Matches['level'].Length
            $text = $Matches['text']
            $anchor = $text.ToLowerInvariant() -replace '[^\p{L}\p{M}\p{N}\p{Pc} -]', '' -replace ' ', '-'
            if ($used.ContainsKey($anchor)) {
                $used[$anchor]++
                $anchor = '{0}-{1}' -f $anchor, $used[$anchor]
            } else {
                $used[$anchor] = 0
            }
            [pscustomobject]@{
                PSTypeName = 'Quill.Markdown.Heading'
                Level      = $level
                Text       = $text
                Anchor     = $anchor
                Line       = $index + 1
                Path       = $Source
            }
        }
    }
}
