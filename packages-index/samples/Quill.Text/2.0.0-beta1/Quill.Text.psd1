@{
    RootModule           = 'Quill.Text.psm1'
    ModuleVersion        = '2.0.0'
    GUID                 = '13f2db6a-ddec-4db6-abbf-db6514f7b5c9'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'Everyday work with plain text: slugs for addresses and file names, wrapping to a width, the edit distance of two texts, and "did you mean" suggestions.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')

    FunctionsToExport    = @(
        'ConvertTo-TextSlug'
        'Find-SimilarText'
        'Format-TextWrap'
        'Measure-TextDistance'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @('didyoumean', 'slug', 'textdist', 'wrap')

    PrivateData          = @{
        PSData = @{
            Prerelease   = 'beta1'
            Tags         = @('Text', 'String', 'Slug', 'Wrap', 'Similarity', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = @'
## 2.0.0-beta1
- Breaking: `Measure-TextDistance` returns an object with `Distance` and `Similarity` in place of a number.
- New command `Find-SimilarText` (alias `didyoumean`).
'@
        }
    }
}
