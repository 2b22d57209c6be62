@{
    ModuleVersion        = '1.0.0'
    GUID                 = '631ca28c-c141-4909-8b7e-f87e8a51e5c5'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'Takes stock of folders: how much they hold, which files are there twice, and whether anything has changed since its checksums were written.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')

    NestedModules        = @(
        'FolderLedger.Size.psm1'
        'FolderLedger.Duplicate.psm1'
        'FolderLedger.Checksum.psm1'
    )
    FormatsToProcess     = @('FolderLedger.Format.ps1xml')

    FunctionsToExport    = @(
        'Find-DuplicateFile'
        'Get-FolderSize'
        'New-ChecksumFile'
        'Test-ChecksumFile'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    FileList             = @(
        'CHANGELOG.md'
        'FolderLedger.Checksum.psm1'
        'FolderLedger.Duplicate.psm1'
        'FolderLedger.Format.ps1xml'
        'FolderLedger.psd1'
        'FolderLedger.Size.psm1'
        'icon.png'
        'LICENSE'
        'README.md'
        'en-US\about_FolderLedger.help.txt'
    )

    PrivateData          = @{
        PSData = @{
            Tags         = @('Files', 'Folders', 'Checksum', 'Duplicates', 'DiskUsage', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = 'First release, with four commands for sizes, duplicates and checksums.'
        }
    }
}
