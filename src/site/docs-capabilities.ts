/** For each capability some of what shows it, as the documentation lists them. read/capabilities.ts knows them all. */
import type { CapabilityKind } from '../domain/package-docs.ts';

export const CAPABILITY_EXAMPLES: Readonly<Record<CapabilityKind, string>> = {
  network: '`Invoke-RestMethod`, `Test-NetConnection`, `Invoke-Command`, `[System.Net.WebClient]::new()`',
  download: '`Invoke-WebRequest -OutFile`, `Start-BitsTransfer`, `Install-Module`, `.DownloadFile()`',
  'file-write': '`Set-Content`, `Remove-Item`, `Export-Csv`, `[System.IO.File]::WriteAllText()`',
  registry: '`Set-ItemProperty HKLM:\\…`, `reg.exe`',
  process: '`Start-Process`, `Stop-Process`, `cmd.exe`, `New-Object -ComObject`',
  'native-code': '`Add-Type`, `[Reflection.Assembly]::Load()`',
  'dynamic-code': '`Invoke-Expression`, `[scriptblock]::Create()`',
  'encoded-command': '`powershell -EncodedCommand`, `[Convert]::FromBase64String()`',
  credentials: '`Get-Credential`, `ConvertTo-SecureString`, `Get-Secret`',
  'scheduled-task': '`Register-ScheduledTask`, `schtasks.exe`',
  service: '`New-Service`, `Stop-Service`, `sc.exe`',
  'execution-policy': '`Set-ExecutionPolicy`',
};
