Set-StrictMode -Version Latest

function Get-LatestRestorePoint {
    <#
    .SYNOPSIS
    Shows the newest restore points of this computer.

    .DESCRIPTION
    Returns the restore points with their time and age, the newest first. Get-ComputerRestorePoint, on which this
    builds, gives the time as a WMI text and no age.

    .PARAMETER First
    How many to return. The default is 1.

    .EXAMPLE
    Get-LatestRestorePoint

    Shows the newest restore point.

    .EXAMPLE
    Get-LatestRestorePoint -First 100 | Where-Object -FilterScript { $_.Age.TotalDays -lt 7 }

    Lists the restore points of the last week.

    .OUTPUTS
    RestorePointKit.RestorePoint

    .NOTES
    Needs an elevated session.

    .LINK
    Add-RestorePoint
    #>
    [CmdletBinding()]
    [OutputType('RestorePointKit.RestorePoint')]
    param(
        [Parameter(Position = 0)]
        [ValidateRange(1, 1000)]
        [int] $First = 1
    )

    $now = Get-Date
    $points = Get-ComputerRestorePoint -ErrorAction Stop |
        Sort-Object -Property SequenceNumber -Descending |
        Select-Object -First $First
    foreach ($point in $points) {
        $created = [Management.ManagementDateTimeConverter]::ToDateTime($point.CreationTime)
        [pscustomobject]@{
            PSTypeName     = 'RestorePointKit.RestorePoint'
            SequenceNumber = $point.SequenceNumber
            Description    = $point.Description
            CreationTime   = $created
            Age            = $now - $created
        }
    }
}

function Add-RestorePoint {
    <#
    .SYNOPSIS
    Makes a restore point unless there is a recent one.

    .DESCRIPTION
    Checkpoint-Computer makes no second restore point within 24 hours: it warns and does nothing, which a script
    cannot tell from success. This command looks first and returns the restore point that is in force
    afterwards, with IsNew telling whether it was made just now.

    .PARAMETER Description
    The text that System Restore shows for the restore point.

    .PARAMETER MinimumAge
    A restore point that is younger counts as recent. The default is 24 hours.

    .EXAMPLE
    Add-RestorePoint -Description 'Before the printer driver'

    Makes a restore point when the newest is older than a day.

    .EXAMPLE
    Add-RestorePoint -Description 'Before the update' -MinimumAge 2.00:00:00 -Confirm

    Asks before a restore point is made, and makes none when the newest is younger than two days.

    .OUTPUTS
    RestorePointKit.RestorePoint

    .NOTES
    Needs an elevated session, and System Protection turned on for the system drive.

    .LINK
    Get-LatestRestorePoint
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('RestorePointKit.RestorePoint')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [ValidateLength(1, 64)]
        [string] $Description,

        [timespan] $MinimumAge = [timespan]::FromHours(24)
    )

    process {
        $before = @(Get-LatestRestorePoint -First 1)
        if ($before.Count -gt 0 -and $before[0].Age -lt $MinimumAge) {
            Write-Verbose -Message "Restore point $($before[0].SequenceNumber) is younger than $MinimumAge."
            $before[0] | Add-Member -NotePropertyName IsNew -NotePropertyValue $false -PassThru
            return
        }
        if (-not $PSCmdlet.ShouldProcess($env:COMPUTERNAME, "Make the restore point '$Description'")) {
            return
        }

        Checkpoint-Computer -Description $Description -RestorePointType MODIFY_SETTINGS -ErrorAction Stop
        $after = @(Get-LatestRestorePoint -First 1)
        if ($after.Count -eq 0 -or ($before.Count -gt 0 -and $after[0].SequenceNumber -eq $before[0].SequenceNumber)) {
            $message = 'Windows made no restore point. It allows one in 24 hours unless ' +
                'SystemRestorePointCreationFrequency in the registry says otherwise.'
            Write-Error -Message $message -Category ResourceUnavailable -TargetObject $Description
            return
        }
        $after[0] | Add-Member -NotePropertyName IsNew -NotePropertyValue $true -PassThru
    }
}

function Get-RestorePointStorage {
    <#
    .SYNOPSIS
    Shows how much of each drive restore points take and may take.

    .DESCRIPTION
    Reads the shadow copy storage of each volume. When UsedBytes comes near MaximumBytes, Windows removes the
    oldest restore points.

    .EXAMPLE
    Get-RestorePointStorage

    Returns an object for each volume that keeps restore points.

    .EXAMPLE
    Get-RestorePointStorage | Where-Object -Property UsedPercent -GT -Value 90

    Lists the volumes on which old restore points will soon be removed.

    .OUTPUTS
    RestorePointKit.Storage

    .NOTES
    Needs an elevated session.
    #>
    [CmdletBinding()]
    [OutputType('RestorePointKit.Storage')]
    param()

    $nameOf = @{}
    foreach ($volume in Get-CimInstance -ClassName Win32_Volume -ErrorAction Stop) {
        $nameOf[$volume.DeviceID] = $volume.Name
    }
    foreach ($storage in Get-CimInstance -ClassName Win32_ShadowStorage -ErrorAction Stop) {
        [pscustomobject]@{
            PSTypeName   = 'RestorePointKit.Storage'
            Volume       = $nameOf[$storage.Volume.DeviceID]
            UsedBytes    = $storage.UsedSpace
            MaximumBytes = $storage.MaxSpace
            UsedPercent  = [Math]::Round(100 * $storage.UsedSpace / [Math]::Max(1, $storage.MaxSpace), 1)
        }
    }
}
