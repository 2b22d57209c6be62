@{
    RootModule           = 'Quill.Markdown.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = 'd542c989-a9b3-4cc8-af76-e56ced6fbb1b'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'Writes and reads Markdown: tables from objects and objects from tables, wrapped lists, the headings of a file with their anchors, and a table of contents.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')

    # Format-TextWrap has its parameter Indent since 1.1.0.
    RequiredModules      = @(@{ ModuleName = 'Quill.Text'; ModuleVersion = '1.1.0' })

    FunctionsToExport    = @(
        'ConvertFrom-MarkdownTable'
        'ConvertTo-MarkdownList'
        'ConvertTo-MarkdownOutline'
        'ConvertTo-MarkdownTable'
        'Get-MarkdownHeading'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @('mdlist', 'mdtable')

    PrivateData          = @{
        PSData = @{
            Tags         = @('Markdown', 'Table', 'Documentation', 'Report', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = 'First release. Needs Quill.Text 1.1.0 or later.'
        }
    }
}
