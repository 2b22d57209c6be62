# Sets PermitRootLogin in the SSH server's configuration, whatever it says now, also when it is commented out.
$resource = @{
    Name       = 'ConfigLine'
    ModuleName = 'PlainConfigDsc'
    Method     = 'Set'
    Property   = @{
        Path  = '/etc/ssh/sshd_config'
        Line  = 'PermitRootLogin no'
        Match = '^\s*#?\s*PermitRootLogin\b'
    }
}
Invoke-DscResource @resource
