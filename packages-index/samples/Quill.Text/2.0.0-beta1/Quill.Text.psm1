Set-StrictMode -Version Latest

# Letters that do not decompose into a base letter and a mark, by code point so that this file stays ASCII.
$script:Transliteration = @{
    [char]0x00DF = 'ss' # sharp s
    [char]0x00E6 = 'ae' # ash
    [char]0x00F0 = 'd'  # eth
    [char]0x00F8 = 'o'  # o with stroke
    [char]0x00FE = 'th' # thorn
    [char]0x0111 = 'd'  # d with stroke
    [char]0x0131 = 'i'  # dotless i
    [char]0x0142 = 'l'  # l with stroke
    [char]0x0153 = 'oe' # oe ligature
}

function ConvertTo-TextSlug {
    <#
    .SYNOPSIS
    Turns a title into a short name that is safe in an address or a file name.

    .DESCRIPTION
    Lower-cases the text, takes accents off letters, and joins what is left of the words with one separator.
    Only a-z, 0-9 and the separator remain. Text that holds none of them gives an empty string.

    .PARAMETER InputObject
    The text to convert.

    .PARAMETER Separator
    The character between words: a hyphen (the default), an underscore or a dot.

    .PARAMETER MaximumLength
    The greatest length of the result. It is cut between words where that is possible.

    .EXAMPLE
    ConvertTo-TextSlug -InputObject 'Release notes: spring & summer'

    Returns release-notes-spring-summer.

    .EXAMPLE
    Get-ChildItem -Filter *.txt | ForEach-Object -MemberName BaseName | ConvertTo-TextSlug -Separator _ -MaximumLength 40

    Returns a slug of at most 40 characters for each text file in the current folder.

    .INPUTS
    System.String

    .OUTPUTS
    System.String

    .LINK
    about_Quill.Text
    #>
    [CmdletBinding()]
    [Alias('slug')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowEmptyString()]
        [string] $InputObject,

        [ValidateSet('-', '_', '.')]
        [string] $Separator = '-',

        [ValidateRange(1, [int]::MaxValue)]
        [int] $MaximumLength = [int]::MaxValue
    )

    process {
        $decomposed = $InputObject.ToLowerInvariant().Normalize([Text.NormalizationForm]::FormD)
        $builder = [Text.StringBuilder]::new($decomposed.Length)
        foreach ($character in $decomposed.ToCharArray()) {
            if ($script:Transliteration.ContainsKey($character)) {
                [void] $builder.Append($script:Transliteration[$character])
            } elseif ([char]::GetUnicodeCategory($character) -ne [Globalization.UnicodeCategory]::NonSpacingMark) {
                [void] $builder.Append($character)
            }
        }

        $slug = ($builder.ToString() -creplace '[^a-z0-9]+', $Separator).Trim($Separator[0])
        if ($slug.Length -gt $MaximumLength) {
            $cut = $slug.LastIndexOf($Separator, $MaximumLength, [StringComparison]::Ordinal)
            if ($cut -lt 1) {
                $cut = $MaximumLength
            }
            $slug = $slug.Substring(0, $cut)
        }
        $slug
    }
}

function Format-TextWrap {
    <#
    .SYNOPSIS
    Wraps text between words so that no line is longer than a given width.

    .DESCRIPTION
    Returns one string a line. Line breaks of the input stay where they are, runs of white space become one
    space, and a word that is longer than the width has a line to itself.

    .PARAMETER InputObject
    The text to wrap. It may hold several lines.

    .PARAMETER Width
    The greatest length of a line, with its indent. The default is 80.

    .PARAMETER Indent
    The number of spaces to put before each line that is not empty.

    .EXAMPLE
    Format-TextWrap -InputObject (Get-Help -Name about_Quill.Text) -Width 60

    Shows a help topic in a column of 60 characters.

    .EXAMPLE
    'A sentence that is too long for one line.' | Format-TextWrap -Width 20 -Indent 4

    Returns three lines, each with four spaces before its text.

    .INPUTS
    System.String

    .OUTPUTS
    System.String

    .LINK
    about_Quill.Text
    #>
    [CmdletBinding()]
    [Alias('wrap')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowEmptyString()]
        [string] $InputObject,

        [ValidateRange(1, 1000)]
        [int] $Width = 80,

        [ValidateRange(0, 100)]
        [int] $Indent = 0
    )

    begin {
        $room = [Math]::Max(1, $Width - $Indent)
        $margin = ' ' * $Indent
    }

    process {
        foreach ($paragraph in $InputObject -split '\r?\n') {
            $line = ''
            foreach ($word in $paragraph.Trim() -split '\s+') {
                if ($line.Length -eq 0) {
                    $line = $word
                } elseif ($line.Length + 1 + $word.Length -le $room) {
                    $line += " $word"
                } else {
                    $margin + $line
                    $line = $word
                }
            }
            if ($line.Length -gt 0) {
                $margin + $line
            } else {
                ''
            }
        }
    }
}

function Measure-TextDistance {
    <#
    .SYNOPSIS
    Counts the edits that turn one text into another.

    .DESCRIPTION
    An edit is one character added, removed or replaced, or two neighbours swapped (the optimal string
    alignment distance). Returns an object with the number of edits and, as Similarity, a value from 0
    (nothing in common) to 1 (equal), by which pairs of different length can be compared.

    .PARAMETER ReferenceText
    The text to compare with.

    .PARAMETER DifferenceText
    One or more texts that are compared with ReferenceText.

    .PARAMETER CaseSensitive
    Counts a change of case as an edit.

    .EXAMPLE
    Measure-TextDistance -ReferenceText kitten -DifferenceText sitting

    Returns an object whose Distance is 3.

    .EXAMPLE
    'color', 'colour', 'cooler' | Measure-TextDistance -ReferenceText colour | Sort-Object -Property Distance

    Orders three words by how near they are to 'colour'.

    .INPUTS
    System.String

    .OUTPUTS
    Quill.Text.Distance

    .LINK
    Find-SimilarText
    #>
    [CmdletBinding()]
    [Alias('textdist')]
    [OutputType('Quill.Text.Distance')]
    param(
        [Parameter(Mandatory, Position = 0)]
        [AllowEmptyString()]
        [string] $ReferenceText,

        [Parameter(Mandatory, Position = 1, ValueFromPipeline)]
        [AllowEmptyString()]
        [string[]] $DifferenceText,

        [switch] $CaseSensitive
    )

    process {
        foreach ($text in $DifferenceText) {
            $left = $ReferenceText
            $right = $text
            if (-not $CaseSensitive) {
                $left = $left.ToLowerInvariant()
                $right = $right.ToLowerInvariant()
            }

            $distance = Get-EditCount -Left $left -Right $right
            $longest = [Math]::Max($left.Length, $right.Length)
            $similarity = 1.0
            if ($longest -gt 0) {
                $similarity = [Math]::Round(1 - $distance / $longest, 3)
            }

            [pscustomobject]@{
                PSTypeName     = 'Quill.Text.Distance'
                ReferenceText  = $ReferenceText
                DifferenceText = $text
                Distance       = $distance
                Similarity     = $similarity
            }
        }
    }
}

function Find-SimilarText {
    <#
    .SYNOPSIS
    Finds the candidates that look most like a text: "did you mean ...?"

    .DESCRIPTION
    Compares the text with each candidate, without regard to case, and returns the similar ones, the most
    similar first. Candidates of equal similarity are ordered by name.

    .PARAMETER InputObject
    The text as somebody typed it.

    .PARAMETER Candidate
    The texts it could have meant.

    .PARAMETER MinimumSimilarity
    The least similarity of a result, from 0 to 1. The default is 0.6.

    .PARAMETER First
    The greatest number of results for each text. The default is 3.

    .EXAMPLE
    Find-SimilarText -InputObject Get-Chlidltem -Candidate (Get-Command -Verb Get).Name

    Returns Get-ChildItem before anything else.

    .EXAMPLE
    'stagging', 'prod' | Find-SimilarText -Candidate development, staging, production -First 1 -MinimumSimilarity 0.4

    Returns the environment that each of two typed names probably means.

    .INPUTS
    System.String

    .OUTPUTS
    Quill.Text.Match

    .LINK
    Measure-TextDistance
    #>
    [CmdletBinding()]
    [Alias('didyoumean')]
    [OutputType('Quill.Text.Match')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [string] $InputObject,

        [Parameter(Mandatory, Position = 1)]
        [AllowEmptyCollection()]
        [string[]] $Candidate,

        [ValidateRange(0.0, 1.0)]
        [double] $MinimumSimilarity = 0.6,

        [ValidateRange(1, 1000)]
        [int] $First = 3
    )

    process {
        $found = foreach ($text in $Candidate) {
            $measured = Measure-TextDistance -ReferenceText $InputObject -DifferenceText $text
            if ($measured.Similarity -ge $MinimumSimilarity) {
                [pscustomobject]@{
                    PSTypeName  = 'Quill.Text.Match'
                    InputObject = $InputObject
                    Text        = $text
                    Similarity  = $measured.Similarity
                }
            }
        }
        $found |
            Sort-Object -Property @{ Expression = 'Similarity'; Descending = $true }, @{ Expression = 'Text' } |
            Select-Object -First $First
    }
}

# The optimal string alignment distance. Three rows are enough, since a swap looks back two rows at most.
function Get-EditCount {
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [string] $Left,
        [string] $Right
    )

    $beforePrevious = [int[]]::new($Right.Length + 1)
    $previous = [int[]] (0..$Right.Length)
    for ($row = 1; $row -le $Left.Length; $row++) {
        $current = [int[]]::new($Right.Length + 1)
        $current[0] = $row
        for ($column = 1; $column -le $Right.Length; $column++) {
            $cost = [int] ($Left[$row - 1] -cne $Right[$column - 1])
            $best = [Math]::Min($current[$column - 1] + 1, $previous[$column] + 1)
            $best = [Math]::Min($best, $previous[$column - 1] + $cost)
            if ($row -gt 1 -and $column -gt 1 -and
                $Left[$row - 1] -ceq $Right[$column - 2] -and
                $Left[$row - 2] -ceq $Right[$column - 1]) {
                $best = [Math]::Min($best, $beforePrevious[$column - 2] + 1)
            }
            $current[$column] = $best
        }
        $beforePrevious = $previous
        $previous = $current
    }
    $previous[$Right.Length]
}
