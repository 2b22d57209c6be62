# Pester 5. The resource's class is reached through the module, as it is not exported.
BeforeAll {
    $module = Import-Module -Name "$PSScriptRoot/../PlainConfigDsc.psd1" -Force -PassThru
    $file = Join-Path -Path $TestDrive -ChildPath 'agent.ini'

    function New-Resource {
        param([hashtable] $Property)

        & $module { param($values) [ConfigValue] $values } $Property
    }
}

Describe 'ConfigValue' {
    BeforeEach {
        [IO.File]::WriteAllText($file, "; agent`r`n[Schedule]`r`nHour = 2`r`n`r`n[Target]`r`nPath=D:\`r`n")
    }

    It 'changes a value and keeps the spaces around it' {
        $resource = New-Resource -Property @{ Path = $file; Section = 'schedule'; Name = 'hour'; Value = '3' }
        $resource.Test() | Should -BeFalse
        $resource.Set()
        $resource.Test() | Should -BeTrue
        [IO.File]::ReadAllText($file) | Should -Match 'Hour = 3\r\n'
    }

    It 'adds a value at the end of its section' {
        $resource = New-Resource -Property @{ Path = $file; Section = 'Schedule'; Name = 'Day'; Value = 'Sunday' }
        $resource.Set()
        [IO.File]::ReadAllText($file) | Should -Match 'Hour = 2\r\nDay=Sunday\r\n\r\n\[Target\]'
    }

    It 'adds a section that is missing' {
        $resource = New-Resource -Property @{ Path = $file; Section = 'Log'; Name = 'Level'; Value = 'info' }
        $resource.Set()
        [IO.File]::ReadAllText($file) | Should -Match '\r\n\r\n\[Log\]\r\nLevel=info\r\n\z'
    }

    It 'removes a value' {
        $resource = New-Resource -Property @{ Path = $file; Section = 'Target'; Name = 'Path'; Ensure = 'Absent' }
        $resource.Set()
        $resource.Get().Ensure | Should -Be 'Absent'
        $resource.Test() | Should -BeTrue
    }
}
