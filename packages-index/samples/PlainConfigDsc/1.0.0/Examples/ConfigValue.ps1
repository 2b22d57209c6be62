# Answers whether a value of an INI file is as it should be, and changes nothing.
$resource = @{
    Name       = 'ConfigValue'
    ModuleName = 'PlainConfigDsc'
    Method     = 'Test'
    Property   = @{
        Path    = 'C:\ProgramData\Backup\agent.ini'
        Section = 'Schedule'
        Name    = 'RetentionDays'
        Value   = '30'
    }
}
Invoke-DscResource @resource
