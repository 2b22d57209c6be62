@{
    RootModule           = 'PlainConfigDsc.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = '1f2a3028-a36f-479d-abc6-1f540d5c5dc1'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'DSC resources for plain configuration files: ConfigLine keeps a line in a text file, ConfigValue keeps a value in an INI file. Encoding, line breaks and everything else in the file stay as they are.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')

    FunctionsToExport    = @()
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    DscResourcesToExport = @('ConfigLine', 'ConfigValue')

    PrivateData          = @{
        PSData = @{
            Tags         = @('DSC', 'DesiredStateConfiguration', 'DscResource', 'Configuration', 'Ini', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = 'First release, with the resources ConfigLine and ConfigValue.'
        }
    }
}
