@{
    RootModule           = 'Quill.Palette.psm1'
    ModuleVersion        = '0.3.0'
    GUID                 = 'd49fa474-d6d3-46e2-a0d2-3c32df591b56'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'An experiment: coloured text for terminals, and plain text from coloured text.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')

    FunctionsToExport    = @('ConvertFrom-AnsiText', 'Format-AnsiText')
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('Text', 'Color', 'Ansi', 'Terminal', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = 'Names of commands may still change. `ConvertFrom-AnsiText` also takes terminal titles out.'
        }
    }
}
