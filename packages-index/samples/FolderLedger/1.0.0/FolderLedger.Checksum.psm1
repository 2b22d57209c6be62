Set-StrictMode -Version Latest

function New-ChecksumFile {
    <#
    .SYNOPSIS
    Writes the SHA-256 checksums of all files of a folder into one file.

    .DESCRIPTION
    The file has a line for each file, in the form that sha256sum and most other tools write and check: the hash,
    two spaces, and the path from the folder with forward slashes. Lines are sorted by path, so that the
    checksums of two times can be compared.

    .PARAMETER Path
    The folder.

    .PARAMETER Destination
    The file to write. By default SHA256SUMS in the folder.

    .PARAMETER Force
    Replaces the file when it is there already.

    .EXAMPLE
    New-ChecksumFile -Path ./release

    Writes ./release/SHA256SUMS.

    .EXAMPLE
    New-ChecksumFile -Path D:\Archive -Destination E:\Archive.sha256 -Force -WhatIf

    Shows what would be written, and writes nothing.

    .OUTPUTS
    System.IO.FileInfo

    .LINK
    Test-ChecksumFile
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([IO.FileInfo])]
    param(
        [Parameter(Mandatory, Position = 0)]
        [ValidateNotNullOrEmpty()]
        [string] $Path,

        [Parameter(Position = 1)]
        [ValidateNotNullOrEmpty()]
        [string] $Destination,

        [switch] $Force
    )

    $folder = (Resolve-Path -LiteralPath $Path -ErrorAction Stop).ProviderPath
    $prefixLength = $folder.TrimEnd('\', '/').Length + 1
    if (-not $Destination) {
        $Destination = Join-Path -Path $folder -ChildPath 'SHA256SUMS'
    }
    $target = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Destination)
    if (-not $Force -and (Test-Path -LiteralPath $target)) {
        $message = "$target is there already. Use -Force to replace it."
        Write-Error -Message $message -Category ResourceExists -TargetObject $target
        return
    }
    if (-not $PSCmdlet.ShouldProcess($target, 'Write checksums')) {
        return
    }

    $lines = [Collections.Generic.SortedDictionary[string, string]]::new([StringComparer]::Ordinal)
    foreach ($file in Get-ChildItem -LiteralPath $folder -File -Recurse -Force) {
        if ($file.FullName -ne $target) {
            $name = $file.FullName.Substring($prefixLength).Replace([IO.Path]::DirectorySeparatorChar, [char] '/')
            $hash = (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash.ToLowerInvariant()
            $lines.Add($name, "$hash  $name`n")
        }
    }
    # Neither Set-Content nor Out-File writes UTF-8 without a byte order mark in Windows PowerShell.
    [IO.File]::WriteAllText($target, -join $lines.Values, [Text.UTF8Encoding]::new($false))
    Get-Item -LiteralPath $target -Force
}

function Test-ChecksumFile {
    <#
    .SYNOPSIS
    Compares the files of a folder with their checksums.

    .DESCRIPTION
    Reads a file that New-ChecksumFile or sha256sum wrote and returns an object for each of its lines. Its Status
    is Same, Changed or Missing.

    .PARAMETER Path
    One or more files with checksums.

    .PARAMETER Folder
    The folder that the checksums are of. By default the one where their file lies.

    .EXAMPLE
    Test-ChecksumFile -Path ./release/SHA256SUMS | Where-Object -Property Status -NE -Value Same

    Lists the files that are not as they were, and nothing when all is well.

    .EXAMPLE
    Get-ChildItem -Path /srv -Filter SHA256SUMS -Recurse | Test-ChecksumFile | Group-Object -Property Status -NoElement

    Counts the results of all checksum files below a folder.

    .INPUTS
    System.IO.FileInfo

    .OUTPUTS
    FolderLedger.ChecksumResult

    .LINK
    New-ChecksumFile
    #>
    [CmdletBinding()]
    [OutputType('FolderLedger.ChecksumResult')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [Alias('PSPath')]
        [string[]] $Path,

        [ValidateNotNullOrEmpty()]
        [string] $Folder
    )

    process {
        foreach ($item in $Path) {
            $file = Get-Item -LiteralPath $item -Force
            if (-not $file) {
                continue
            }
            $root = $file.DirectoryName
            if ($Folder) {
                $root = (Resolve-Path -LiteralPath $Folder -ErrorAction Stop).ProviderPath
            }
            foreach ($line in Get-Content -LiteralPath $file.FullName -Encoding UTF8) {
                if ($line -notmatch '^(?<hash>[0-9a-fA-F]{64}) [ *](?<name>.+)$') {
                    continue
                }
                $expected = $Matches['hash']
                $name = $Matches['name']
                $full = Join-Path -Path $root -ChildPath $name
                $status = 'Missing'
                if (Test-Path -LiteralPath $full -PathType Leaf) {
                    $status = 'Changed'
                    # Letter case does not matter in hexadecimal, nor to -eq.
                    if ((Get-FileHash -LiteralPath $full -Algorithm SHA256).Hash -eq $expected) {
                        $status = 'Same'
                    }
                }
                [pscustomobject]@{
                    PSTypeName = 'FolderLedger.ChecksumResult'
                    Status     = $status
                    Name       = $name
                    Path       = $full
                }
            }
        }
    }
}

Export-ModuleMember -Function 'New-ChecksumFile', 'Test-ChecksumFile'
