@{
    RootModule           = 'Quill.Text.psm1'
    ModuleVersion        = '1.1.0'
    GUID                 = '13f2db6a-ddec-4db6-abbf-db6514f7b5c9'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'Everyday work with plain text: slugs for addresses and file names, wrapping to a width, and the edit distance of two texts.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')

    FunctionsToExport    = @(
        'ConvertTo-TextSlug'
        'Format-TextWrap'
        'Measure-TextDistance'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @('slug', 'textdist', 'wrap')

    PrivateData          = @{
        PSData = @{
            Tags         = @('Text', 'String', 'Slug', 'Wrap', 'Similarity', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = @'
## 1.1.0
- New command `Measure-TextDistance` (alias `textdist`).
- `Format-TextWrap` has a parameter `Indent`.
'@
        }
    }
}
