Set-StrictMode -Version Latest

function Get-FolderSize {
    <#
    .SYNOPSIS
    Measures how much the files of a folder take.

    .DESCRIPTION
    Counts the files and folders below a folder, hidden ones too, and adds up the sizes of the files. Folders
    that cannot be read are reported as errors and the rest is measured all the same.

    .PARAMETER Path
    One or more folders. Wildcards are allowed. By default the current folder.

    .PARAMETER LiteralPath
    One or more folders, taken as they are written.

    .PARAMETER Child
    Measures each folder directly below the given one by itself.

    .EXAMPLE
    Get-FolderSize -Path $HOME -Child | Sort-Object -Property SizeBytes -Descending | Select-Object -First 10

    Shows the ten largest folders of the home folder.

    .EXAMPLE
    Get-Item -Path /srv/* | Get-FolderSize

    Measures each folder in /srv. On Windows, a path such as D:\Shares\* does the same.

    .INPUTS
    System.String
    System.IO.DirectoryInfo

    .OUTPUTS
    FolderLedger.FolderSize

    .LINK
    about_FolderLedger
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path')]
    [OutputType('FolderLedger.FolderSize')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'Path', ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [SupportsWildcards()]
        [string[]] $Path = '.',

        [Parameter(Mandatory, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName)]
        [Alias('PSPath')]
        [string[]] $LiteralPath,

        [switch] $Child
    )

    process {
        $isLiteral = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
        $target = if ($isLiteral) { @{ LiteralPath = $LiteralPath } } else { @{ Path = $Path } }
        foreach ($item in Get-Item @target -Force) {
            if ($item -isnot [IO.DirectoryInfo]) {
                Write-Error -Message "$item is not a folder." -Category InvalidArgument -TargetObject $item
                continue
            }
            $folders = if ($Child) { Get-ChildItem -LiteralPath $item.FullName -Directory -Force } else { $item }
            foreach ($folder in $folders) {
                Measure-Folder -Folder $folder
            }
        }
    }
}

function Measure-Folder {
    [CmdletBinding()]
    [OutputType('FolderLedger.FolderSize')]
    param(
        [IO.DirectoryInfo] $Folder
    )

    [long] $fileCount = 0
    [long] $folderCount = 0
    [long] $sizeBytes = 0
    $lastWriteTime = $Folder.LastWriteTime
    # One pass over a stream, not over a list: a folder may hold millions of files.
    Get-ChildItem -LiteralPath $Folder.FullName -Recurse -Force | ForEach-Object -Process {
        if ($_.PSIsContainer) {
            $folderCount++
        } else {
            $fileCount++
            $sizeBytes += $_.Length
            if ($_.LastWriteTime -gt $lastWriteTime) {
                $lastWriteTime = $_.LastWriteTime
            }
        }
    }

    [pscustomobject]@{
        PSTypeName    = 'FolderLedger.FolderSize'
        Path          = $Folder.FullName
        FileCount     = $fileCount
        FolderCount   = $folderCount
        SizeBytes     = $sizeBytes
        LastWriteTime = $lastWriteTime
    }
}

Export-ModuleMember -Function 'Get-FolderSize'
