<#PSScriptInfo

.VERSION 1.0.0

.GUID fc73fc75-7d71-4170-82a9-8b671f98f8d0

.AUTHOR pwshelf

.COMPANYNAME pwshelf

.COPYRIGHT (c) pwshelf. MIT licence.

.TAGS Files Cleanup Housekeeping Windows Linux MacOS

.LICENSEURI https://opensource.org/license/mit

.PROJECTURI https://github.com/pwshelf/pwshelf

.ICONURI

.EXTERNALMODULEDEPENDENCIES

.REQUIREDSCRIPTS

.EXTERNALSCRIPTDEPENDENCIES

.RELEASENOTES
First release.

.PRIVATEDATA

#>

#Requires -Version 5.1

<#
.SYNOPSIS
Removes files that have not been written to for some time.

.DESCRIPTION
Removes the files below a folder whose last write is older than a number of days, and, on request, the folders
that are empty afterwards. Returns an object for each file that was removed. The folder itself stays. A file that
cannot be removed is reported as an error, and the others are removed all the same.

.PARAMETER Path
One or more folders, taken as they are written.

.PARAMETER OlderThanDays
The age, in days, from which a file is stale.

.PARAMETER Include
Removes only files whose name matches one of these patterns. The default is all files.

.PARAMETER Exclude
Keeps files whose name matches one of these patterns.

.PARAMETER RemoveEmptyFolder
Also removes the folders that are empty afterwards.

.EXAMPLE
Clear-StaleFile.ps1 -Path C:\Temp -OlderThanDays 30 -WhatIf

Shows what would be removed, and removes nothing.

.EXAMPLE
Clear-StaleFile.ps1 -Path /var/log/app -OlderThanDays 90 -Include *.log, *.gz -RemoveEmptyFolder

Removes old logs and the folders that they leave empty.

.EXAMPLE
Get-Item -Path /home/*/scratch | Clear-StaleFile.ps1 -OlderThanDays 14 -Exclude *.keep -Confirm:$false

Removes old files from the scratch folders of all users without asking.

.INPUTS
System.IO.DirectoryInfo

.OUTPUTS
System.Management.Automation.PSCustomObject
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
[OutputType([pscustomobject])]
param(
    [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
    [Alias('FullName')]
    [ValidateNotNullOrEmpty()]
    [string[]] $Path,

    [Parameter(Mandatory)]
    [ValidateRange(1, 36500)]
    [int] $OlderThanDays,

    [ValidateNotNullOrEmpty()]
    [string[]] $Include = '*',

    [string[]] $Exclude = @(),

    [switch] $RemoveEmptyFolder
)

begin {
    Set-StrictMode -Version Latest
    $before = (Get-Date).AddDays(-$OlderThanDays)

    function Test-NamePattern {
        [CmdletBinding()]
        [OutputType([bool])]
        param(
            [string] $Name,

            [AllowEmptyCollection()]
            [string[]] $Pattern
        )

        foreach ($one in $Pattern) {
            if ($Name -like $one) {
                return $true
            }
        }
        return $false
    }
}

process {
    foreach ($folder in $Path) {
        if (-not (Test-Path -LiteralPath $folder -PathType Container)) {
            Write-Error -Message "$folder is not a folder." -Category ObjectNotFound -TargetObject $folder
            continue
        }

        # A list, not a stream: the folder must not change under the enumeration.
        foreach ($file in @(Get-ChildItem -LiteralPath $folder -File -Recurse -Force)) {
            $isStale = $file.LastWriteTime -lt $before -and
                (Test-NamePattern -Name $file.Name -Pattern $Include) -and
                -not (Test-NamePattern -Name $file.Name -Pattern $Exclude)
            if (-not $isStale -or -not $PSCmdlet.ShouldProcess($file.FullName, 'Remove file')) {
                continue
            }
            try {
                Remove-Item -LiteralPath $file.FullName -Force -Confirm:$false -ErrorAction Stop
            } catch {
                $PSCmdlet.WriteError($_)
                continue
            }
            [pscustomobject]@{
                Path          = $file.FullName
                SizeBytes     = $file.Length
                LastWriteTime = $file.LastWriteTime
            }
        }

        if ($RemoveEmptyFolder) {
            # The longest path first, so that a folder of empty folders becomes empty before its turn.
            $children = @(Get-ChildItem -LiteralPath $folder -Directory -Recurse -Force |
                    Sort-Object -Property { $_.FullName.Length } -Descending)
            foreach ($child in $children) {
                $isEmpty = @(Get-ChildItem -LiteralPath $child.FullName -Force).Count -eq 0
                if ($isEmpty -and $PSCmdlet.ShouldProcess($child.FullName, 'Remove empty folder')) {
                    Remove-Item -LiteralPath $child.FullName -Force -Confirm:$false
                }
            }
        }
    }
}
