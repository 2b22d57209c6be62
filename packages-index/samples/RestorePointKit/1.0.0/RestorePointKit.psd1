@{
    RootModule           = 'RestorePointKit.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = 'e6d28d47-e58d-47ad-b1df-d1f730a4321f'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'Restore points that a script can rely on: how old the newest is, a new one only when it is needed, and how much space they take. With a role capability for a help desk. For Windows PowerShell, since PowerShell 7 has no restore point cmdlets.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop')

    FunctionsToExport    = @(
        'Add-RestorePoint'
        'Get-LatestRestorePoint'
        'Get-RestorePointStorage'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('RestorePoint', 'SystemRestore', 'Backup', 'JEA', 'Windows')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = 'First release, with the role capability RestorePointOperator.'
        }
    }
}
