@{
    RootModule           = 'Quill.Slug.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = '8d4811e0-e837-401f-a8b3-d9b1925e446c'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'Turns a title into a short name that is safe in an address or a file name. Quill.Text continues this module.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')

    FunctionsToExport    = @('ConvertTo-Slug')
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('Text', 'Slug', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = 'First and last release: new work happens in Quill.Text.'
        }
    }
}
