# Pester 5. The resource's class is reached through the module, as it is not exported.
BeforeAll {
    $module = Import-Module -Name "$PSScriptRoot/../PlainConfigDsc.psd1" -Force -PassThru
    $file = Join-Path -Path $TestDrive -ChildPath 'server.conf'

    function New-Resource {
        param([hashtable] $Property)

        & $module { param($values) [ConfigLine] $values } $Property
    }
}

Describe 'ConfigLine' {
    BeforeEach {
        [IO.File]::WriteAllText($file, "# settings`n#Port 22`nPort 2222`n")
    }

    It 'appends a line that is missing' {
        $resource = New-Resource -Property @{ Path = $file; Line = 'UseDNS no' }
        $resource.Test() | Should -BeFalse
        $resource.Set()
        $resource.Test() | Should -BeTrue
        [IO.File]::ReadAllText($file) | Should -BeExactly "# settings`n#Port 22`nPort 2222`nUseDNS no`n"
    }

    It 'replaces the first line that matches and drops the others' {
        $resource = New-Resource -Property @{ Path = $file; Line = 'Port 22'; Match = '^#?Port\b' }
        $resource.Set()
        [IO.File]::ReadAllText($file) | Should -BeExactly "# settings`nPort 22`n"
    }

    It 'removes a line' {
        $resource = New-Resource -Property @{ Path = $file; Line = 'Port 2222'; Ensure = 'Absent' }
        $resource.Set()
        [IO.File]::ReadAllText($file) | Should -BeExactly "# settings`n#Port 22`n"
    }
}
