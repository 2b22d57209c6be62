@{
    RootModule           = 'EndpointProbe.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = 'cccf57a2-8ee3-4938-ab83-64bafdcd9bb5'
    Author               = 'pwshelf'
    CompanyName          = 'pwshelf'
    Copyright            = '(c) pwshelf. MIT licence.'
    Description          = 'Probes servers: web addresses in parallel, the certificate a server presents and the days it has left, and a wait until a port opens. For PowerShell 7.2 and later.'
    PowerShellVersion    = '7.2'
    CompatiblePSEditions = @('Core')

    FunctionsToExport    = @('Get-TlsCertificate', 'Test-HttpEndpoint', 'Wait-TcpPort')
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('Network', 'Http', 'Tls', 'Certificate', 'Monitoring', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/pwshelf/pwshelf'
            ReleaseNotes = 'First release: `Test-HttpEndpoint`, `Get-TlsCertificate` and `Wait-TcpPort`.'
        }
    }
}
