Set-StrictMode -Version Latest

function Find-DuplicateFile {
    <#
    .SYNOPSIS
    Finds files that have the same content.

    .DESCRIPTION
    Compares all files below the given folders, first by size and then, where sizes are equal, by their SHA-256
    hash. Returns an object for each content that exists more than once. Nothing is changed or removed.

    .PARAMETER Path
    One or more folders. Wildcards are allowed. By default the current folder.

    .PARAMETER LiteralPath
    One or more folders, taken as they are written.

    .PARAMETER Filter
    Looks only at files whose name matches, for example *.jpg.

    .PARAMETER MinimumSizeBytes
    Passes over smaller files. The default, 1, passes over empty ones.

    .EXAMPLE
    Find-DuplicateFile -Path $HOME/Pictures -Filter *.jpg

    Lists the photographs that are there more than once.

    .EXAMPLE
    Find-DuplicateFile -Path C:\Data, D:\Data -MinimumSizeBytes 1MB | Sort-Object -Property ReclaimableBytes -Descending

    Shows first what takes the most space in two folders together.

    .INPUTS
    System.String
    System.IO.DirectoryInfo

    .OUTPUTS
    FolderLedger.DuplicateSet

    .LINK
    about_FolderLedger
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path')]
    [OutputType('FolderLedger.DuplicateSet')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'Path', ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [SupportsWildcards()]
        [string[]] $Path = '.',

        [Parameter(Mandatory, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName)]
        [Alias('PSPath')]
        [string[]] $LiteralPath,

        [ValidateNotNullOrEmpty()]
        [string] $Filter = '*',

        [ValidateRange(0, [long]::MaxValue)]
        [long] $MinimumSizeBytes = 1
    )

    begin {
        $comparer = [StringComparer]::Ordinal
        if ([IO.Path]::DirectorySeparatorChar -eq '\') {
            $comparer = [StringComparer]::OrdinalIgnoreCase
        }
        # A file that is reached by two of the given folders is no duplicate of itself.
        $known = [Collections.Generic.HashSet[string]]::new($comparer)
        $candidates = [Collections.Generic.List[IO.FileInfo]]::new()
    }

    process {
        $isLiteral = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
        $target = if ($isLiteral) { @{ LiteralPath = $LiteralPath } } else { @{ Path = $Path } }
        foreach ($folder in Get-Item @target -Force) {
            foreach ($file in Get-ChildItem -LiteralPath $folder.FullName -Filter $Filter -File -Recurse -Force) {
                if ($file.Length -ge $MinimumSizeBytes -and $known.Add($file.FullName)) {
                    $candidates.Add($file)
                }
            }
        }
    }

    end {
        foreach ($sameSize in $candidates | Group-Object -Property Length | Where-Object -Property Count -GT -Value 1) {
            $hashed = $sameSize.Group | Get-FileHash -Algorithm SHA256
            foreach ($sameHash in $hashed | Group-Object -Property Hash | Where-Object -Property Count -GT -Value 1) {
                $sizeBytes = $sameSize.Group[0].Length
                [pscustomobject]@{
                    PSTypeName       = 'FolderLedger.DuplicateSet'
                    Hash             = $sameHash.Name
                    Count            = $sameHash.Count
                    SizeBytes        = $sizeBytes
                    ReclaimableBytes = $sizeBytes * ($sameHash.Count - 1)
                    Path             = [string[]] @($sameHash.Group | ForEach-Object -MemberName Path | Sort-Object)
                }
            }
        }
    }
}

Export-ModuleMember -Function 'Find-DuplicateFile'
