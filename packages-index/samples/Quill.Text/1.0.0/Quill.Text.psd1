@{
    RootModule           = 'Quill.Text.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = '13f2db6a-ddec-4db6-abbf-db6514f7b5c9'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'Everyday work with plain text: slugs for addresses and file names, and wrapping to a width.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')

    FunctionsToExport    = @(
        'ConvertTo-TextSlug'
        'Format-TextWrap'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @('slug', 'wrap')

    PrivateData          = @{
        PSData = @{
            Tags         = @('Text', 'String', 'Slug', 'Wrap', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = @'
First release: `ConvertTo-TextSlug` and `Format-TextWrap`.
'@
        }
    }
}
