Set-StrictMode -Version Latest

function Test-HttpEndpoint {
    <#
    .SYNOPSIS
    Asks web addresses whether they answer as expected, many at a time.

    .DESCRIPTION
    Sends one request to each address, in parallel, and returns an object for each as soon as it is known. A
    status that was not expected, a timeout and a failed connection are results, not errors.

    .PARAMETER Uri
    One or more addresses.

    .PARAMETER ExpectedStatus
    The status codes that count as healthy. The default is 200 to 299. Redirections are followed first.

    .PARAMETER Method
    The method of the request: Get (the default) or Head.

    .PARAMETER TimeoutSec
    How long to wait for one answer, in seconds. The default is 10.

    .PARAMETER ThrottleLimit
    How many addresses to ask at a time. The default is 10.

    .EXAMPLE
    Test-HttpEndpoint -Uri https://example.com, https://example.org/health

    Asks two addresses.

    .EXAMPLE
    Get-Content -Path endpoints.txt | Test-HttpEndpoint -Method Head | Where-Object -Property IsHealthy -EQ -Value $false

    Lists the addresses of a file that do not answer as they should.

    .INPUTS
    System.Uri

    .OUTPUTS
    EndpointProbe.HttpResult
    #>
    [CmdletBinding()]
    [OutputType('EndpointProbe.HttpResult')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [Alias('Url')]
        [uri[]] $Uri,

        [ValidateRange(100, 599)]
        [int[]] $ExpectedStatus = (200..299),

        [ValidateSet('Get', 'Head')]
        [string] $Method = 'Get',

        [ValidateRange(1, 600)]
        [int] $TimeoutSec = 10,

        [ValidateRange(1, 100)]
        [int] $ThrottleLimit = 10
    )

    begin {
        $addresses = [Collections.Generic.List[uri]]::new()
    }

    process {
        $addresses.AddRange($Uri)
    }

    end {
        $addresses | ForEach-Object -ThrottleLimit $ThrottleLimit -Parallel {
            $address = $_
            $request = @{
                Uri                = $address
                Method             = $using:Method
                TimeoutSec         = $using:TimeoutSec
                SkipHttpErrorCheck = $true
                ErrorAction        = 'Stop'
            }
            $status = $null
            $problem = $null
            $clock = [Diagnostics.Stopwatch]::StartNew()
            try {
                $ProgressPreference = 'SilentlyContinue'
                $status = [int] (Invoke-WebRequest @request).StatusCode
                $problem = $status -in $using:ExpectedStatus ? $null : "The status $status was not expected."
            } catch {
                $problem = $_.Exception.Message
            }

            [pscustomobject]@{
                PSTypeName = 'EndpointProbe.HttpResult'
                Uri        = $address
                IsHealthy  = $null -eq $problem
                StatusCode = $status
                Elapsed    = $clock.Elapsed
                Problem    = $problem
            }
        }
    }
}

function Get-TlsCertificate {
    <#
    .SYNOPSIS
    Reads the certificate that a server presents, and how long it is still valid.

    .DESCRIPTION
    Opens a TLS connection, reads the certificate and closes the connection without sending anything. A
    certificate that is expired or not trusted is returned too: PolicyErrors says what is wrong with it.

    .PARAMETER HostName
    One or more names of servers.

    .PARAMETER Port
    The port. The default is 443.

    .PARAMETER TimeoutSec
    How long to wait for a connection, in seconds. The default is 10.

    .EXAMPLE
    Get-TlsCertificate -HostName example.com

    Shows the certificate of a web server.

    .EXAMPLE
    Get-Content -Path hosts.txt | Get-TlsCertificate | Where-Object -Property DaysLeft -LT -Value 21

    Lists the servers of a file whose certificates end within three weeks.

    .INPUTS
    System.String

    .OUTPUTS
    EndpointProbe.TlsCertificate
    #>
    [CmdletBinding()]
    [OutputType('EndpointProbe.TlsCertificate')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [Alias('ComputerName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $HostName,

        [Parameter(ValueFromPipelineByPropertyName)]
        [ValidateRange(1, 65535)]
        [int] $Port = 443,

        [ValidateRange(1, 600)]
        [int] $TimeoutSec = 10
    )

    process {
        foreach ($name in $HostName) {
            $client = [Net.Sockets.TcpClient]::new()
            $stream = $null
            try {
                if (-not $client.ConnectAsync($name, $Port).Wait([timespan]::FromSeconds($TimeoutSec))) {
                    throw [TimeoutException]::new("No connection within $TimeoutSec seconds.")
                }
                $client.ReceiveTimeout = $TimeoutSec * 1000

                # Every certificate is accepted, as this connection serves only to look at it.
                $seen = @{ PolicyErrors = [Net.Security.SslPolicyErrors]::None }
                $accept = { $seen.PolicyErrors = $args[3]; $true }.GetNewClosure()
                $stream = [Net.Security.SslStream]::new($client.GetStream(), $false, $accept)
                $stream.AuthenticateAsClient($name)

                $certificate = [Security.Cryptography.X509Certificates.X509Certificate2] $stream.RemoteCertificate
                [pscustomobject]@{
                    PSTypeName   = 'EndpointProbe.TlsCertificate'
                    HostName     = $name
                    Port         = $Port
                    Subject      = $certificate.Subject
                    Issuer       = $certificate.Issuer
                    NotBefore    = $certificate.NotBefore
                    NotAfter     = $certificate.NotAfter
                    DaysLeft     = [int] [Math]::Floor(($certificate.NotAfter - [datetime]::Now).TotalDays)
                    Thumbprint   = $certificate.Thumbprint
                    Protocol     = $stream.SslProtocol
                    PolicyErrors = $seen.PolicyErrors
                }
            } catch {
                $message = "${name}:$Port gave no certificate. $($_.Exception.GetBaseException().Message)"
                Write-Error -Message $message -Category ConnectionError -TargetObject $name
            } finally {
                $stream?.Dispose()
                $client.Dispose()
            }
        }
    }
}

function Wait-TcpPort {
    <#
    .SYNOPSIS
    Waits until a server accepts connections on a port.

    .DESCRIPTION
    Tries to connect again and again until it succeeds or the time is up, and returns an object that says which.
    With Quiet, only True or False.

    .PARAMETER HostName
    The name or the address of the server. By default this computer.

    .PARAMETER Port
    The port.

    .PARAMETER TimeoutSec
    How long to wait in all, in seconds. The default is 60.

    .PARAMETER Quiet
    Returns only True or False.

    .EXAMPLE
    Wait-TcpPort -HostName db01 -Port 5432

    Waits up to a minute for a database.

    .EXAMPLE
    if (-not (Wait-TcpPort -Port 8080 -TimeoutSec 15 -Quiet)) { throw 'The web server did not start.' }

    Stops a script when a server that it has started does not come up.

    .INPUTS
    System.Int32

    .OUTPUTS
    EndpointProbe.PortResult
    System.Boolean
    #>
    [CmdletBinding()]
    [OutputType('EndpointProbe.PortResult', [bool])]
    param(
        [Parameter(ValueFromPipelineByPropertyName)]
        [Alias('ComputerName')]
        [ValidateNotNullOrEmpty()]
        [string] $HostName = 'localhost',

        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [ValidateRange(1, 65535)]
        [int] $Port,

        [ValidateRange(1, 86400)]
        [int] $TimeoutSec = 60,

        [switch] $Quiet
    )

    process {
        $limit = [timespan]::FromSeconds($TimeoutSec)
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $isOpen = $false
        while (-not $isOpen -and $clock.Elapsed -lt $limit) {
            $client = [Net.Sockets.TcpClient]::new()
            try {
                $rest = $limit - $clock.Elapsed
                $isOpen = $client.ConnectAsync($HostName, $Port).Wait($rest)
            } catch {
                Write-Verbose -Message $_.Exception.GetBaseException().Message
                Start-Sleep -Milliseconds 250
            } finally {
                $client.Dispose()
            }
        }

        if ($Quiet) {
            $isOpen
        } else {
            [pscustomobject]@{
                PSTypeName = 'EndpointProbe.PortResult'
                HostName   = $HostName
                Port       = $Port
                IsOpen     = $isOpen
                Elapsed    = $clock.Elapsed
            }
        }
    }
}
