Set-StrictMode -Version Latest

function ConvertTo-Slug {
    <#
    .SYNOPSIS
    Turns a title into a short name of a-z, 0-9 and hyphens.

    .DESCRIPTION
    Lower-cases the text, takes accents off letters, and joins what is left of the words with hyphens.
    Quill.Text has the same as ConvertTo-TextSlug, with a choice of separator and a greatest length.

    .PARAMETER InputObject
    The text to convert.

    .EXAMPLE
    ConvertTo-Slug -InputObject 'Minutes: board meeting, May'

    Returns minutes-board-meeting-may.

    .EXAMPLE
    Get-Content -Path titles.txt | ConvertTo-Slug

    Returns a slug for each line of a file.

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
        $decomposed = $InputObject.ToLowerInvariant().Normalize([Text.NormalizationForm]::FormD)
        # Without the marks first, or each accent would become a hyphen.
        ($decomposed -creplace '\p{Mn}+', '' -creplace '[^a-z0-9]+', '-').Trim('-')
    }
}
