<#PSScriptInfo

.VERSION 1.0.0

.GUID 1ac185d8-8f34-4897-830f-2c4081ee1831

.AUTHOR pwshelf

.COMPANYNAME pwshelf

.COPYRIGHT (c) pwshelf. MIT licence.

.TAGS Files Report Markdown Housekeeping Windows Linux MacOS

.LICENSEURI https://opensource.org/license/mit

.PROJECTURI https://github.com/pwshelf/pwshelf

.ICONURI

.EXTERNALMODULEDEPENDENCIES

.REQUIREDSCRIPTS Clear-StaleFile

.EXTERNALSCRIPTDEPENDENCIES

.RELEASENOTES
First release. Installs FolderLedger, Quill.Markdown and Clear-StaleFile with it.

.PRIVATEDATA

#>

#Requires -Version 5.1
#Requires -Modules @{ ModuleName = 'FolderLedger'; ModuleVersion = '1.0.0' }
#Requires -Modules @{ ModuleName = 'Quill.Markdown'; ModuleVersion = '1.0.0' }

<#
.SYNOPSIS
Writes a Markdown report of a folder, after clearing it of stale files on request.

.DESCRIPTION
The report shows the largest folders and the duplicate files that take the most space. With ClearOlderThanDays,
Clear-StaleFile first removes the files that have not been written to for that long, and the report lists them.

.PARAMETER Path
The folder.

.PARAMETER ReportPath
The Markdown file to write. It should lie outside the folder.

.PARAMETER Top
How many folders and sets of duplicates to show. The default is 10.

.PARAMETER ClearOlderThanDays
Removes files whose last write is older than this number of days. By default nothing is removed.

.EXAMPLE
Invoke-FolderCare.ps1 -Path D:\Shares -ReportPath .\shares.md

Writes a report and removes nothing.

.EXAMPLE
Invoke-FolderCare.ps1 -Path /srv/scratch -ReportPath ./scratch.md -ClearOlderThanDays 30 -WhatIf

Shows which files would be removed and which report would be written.

.OUTPUTS
System.IO.FileInfo
#>
[CmdletBinding(SupportsShouldProcess)]
[OutputType([IO.FileInfo])]
param(
    [Parameter(Mandatory, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [Parameter(Mandatory, Position = 1)]
    [ValidateNotNullOrEmpty()]
    [string] $ReportPath,

    [ValidateRange(1, 1000)]
    [int] $Top = 10,

    [ValidateRange(1, 36500)]
    [int] $ClearOlderThanDays
)

Set-StrictMode -Version Latest

function Format-ByteSize {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [long] $Bytes
    )

    $units = 'B', 'KiB', 'MiB', 'GiB', 'TiB'
    $amount = [double] $Bytes
    $unit = 0
    while ($amount -ge 1024 -and $unit -lt $units.Count - 1) {
        $amount /= 1024
        $unit++
    }
    [string]::Format([cultureinfo]::InvariantCulture, '{0:0.#} {1}', $amount, $units[$unit])
}

function Format-Section {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [string] $Title,

        [AllowEmptyCollection()]
        [object[]] $Row
    )

    ''
    "## $Title"
    ''
    if ($Row.Count -gt 0) {
        $Row | ConvertTo-MarkdownTable -AlignRight Size, Files, Copies
    } else {
        'None.'
    }
}

$folder = (Resolve-Path -LiteralPath $Path -ErrorAction Stop).ProviderPath

$cleared = @()
if ($PSBoundParameters.ContainsKey('ClearOlderThanDays')) {
    $cleared = @(Clear-StaleFile.ps1 -Path $folder -OlderThanDays $ClearOlderThanDays -WhatIf:$WhatIfPreference)
}

$largest = @(
    Get-FolderSize -LiteralPath $folder -Child |
        Sort-Object -Property SizeBytes -Descending |
        Select-Object -First $Top -Property @(
            @{ Name = 'Folder'; Expression = { Split-Path -Path $_.Path -Leaf } }
            @{ Name = 'Size'; Expression = { Format-ByteSize -Bytes $_.SizeBytes } }
            @{ Name = 'Files'; Expression = { $_.FileCount } }
        )
)

$duplicates = @(
    Find-DuplicateFile -LiteralPath $folder |
        Sort-Object -Property ReclaimableBytes -Descending |
        Select-Object -First $Top -Property @(
            @{ Name = 'Size'; Expression = { Format-ByteSize -Bytes $_.SizeBytes } }
            @{ Name = 'Copies'; Expression = { $_.Count } }
            @{ Name = 'Paths'; Expression = { $_.Path } }
        )
)

$removed = @(
    $cleared | Select-Object -Property @(
        @{ Name = 'File'; Expression = { $_.Path } }
        @{ Name = 'Size'; Expression = { Format-ByteSize -Bytes $_.SizeBytes } }
    )
)

$total = Get-FolderSize -LiteralPath $folder
$today = Get-Date -Format 'yyyy-MM-dd'
$report = @(
    "# Report of $folder"
    ''
    '{0}: {1} in {2} files.' -f $today, (Format-ByteSize -Bytes $total.SizeBytes), $total.FileCount
    Format-Section -Title 'Largest folders' -Row $largest
    Format-Section -Title 'Duplicate files' -Row $duplicates
    if ($PSBoundParameters.ContainsKey('ClearOlderThanDays')) {
        Format-Section -Title 'Removed files' -Row $removed
    }
)

if ($PSCmdlet.ShouldProcess($ReportPath, 'Write report')) {
    Set-Content -LiteralPath $ReportPath -Value $report -Encoding UTF8 -Confirm:$false
    Get-Item -LiteralPath $ReportPath
}
