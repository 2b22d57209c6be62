/** Packages of a small team, as search knows them: what the tests of ranking are asked about. */
import type { SearchRecord } from '../../src/search/search-record.ts';
import { searchCommand, searchRecord } from './search-gallery.ts';

const commands = (...names: string[]) => names.map((name) => searchCommand(name));

export const SAMPLE_RECORDS: readonly SearchRecord[] = [
  searchRecord('ActiveFolder', {
    description: 'Watches folders and directories, active or not.',
    tags: ['folder', 'watch'],
    commands: commands('Watch-ActiveFolder', 'Get-FolderChange'),
    quality: 70,
  }),
  searchRecord('Contoso.Backup', {
    description: 'Backs up databases to the cloud and restores them.',
    tags: ['backup', 'azure', 'sql'],
    commands: [
      searchCommand('Backup-Database', {
        synopsis: 'Writes a full backup.',
        parameters: ['Path', 'ServerInstance'],
      }),
      searchCommand('Restore-Database', { parameters: ['Path', 'Force'] }),
      searchCommand('bkdb', { kind: 'alias', synopsis: 'Alias of Backup-Database' }),
    ],
    readme: 'Schedule it with a pipeline. Encryption of archives is built in.',
    categories: ['backup'],
    powerShell: '5.1',
    editions: ['Core', 'Desktop'],
    quality: 90,
  }),
  searchRecord('Contoso.Backup.Reports', {
    description: 'Reports on backups that Contoso.Backup makes.',
    tags: ['backup', 'report'],
    commands: commands('Get-BackupReport', 'Export-BackupReport'),
    dependencies: ['Contoso.Backup'],
    categories: ['backup', 'reports'],
    quality: 80,
  }),
  searchRecord('DirectoryServices', {
    description: 'Users and groups of Active Directory.',
    tags: ['ActiveDirectory', 'identity'],
    commands: commands('Get-ADUserReport', 'Find-ADUser', 'Set-ADUserPhoto'),
    systems: ['Windows'],
    quality: 60,
  }),
  searchRecord('ExcelReport', {
    description: 'Writes Excel workbooks without Excel.',
    tags: ['excel', 'xlsx', 'report'],
    commands: commands('Export-ExcelReport', 'Import-ExcelSheet'),
    categories: ['reports'],
    quality: 95,
  }),
  searchRecord('Get-DiskReport', {
    kind: 'script',
    description: 'Mails a report of disks that are nearly full.',
    tags: ['disk', 'report'],
    commands: [searchCommand('Get-DiskReport', { kind: 'script', parameters: ['ComputerName'] })],
    quality: 75,
    powerShell: '3.0',
  }),
  searchRecord('GitPrompt', {
    description: 'Shows the state of a git repository in the prompt.',
    tags: ['git', 'prompt'],
    commands: commands('Write-GitPrompt', 'Get-GitStatus'),
    quality: 85,
    license: 'Apache-2.0',
  }),
  searchRecord('Pester', {
    description: 'Tests for PowerShell: describe, mock, assert.',
    tags: ['test', 'tdd', 'mock'],
    commands: commands('Invoke-Pester', 'Describe', 'Should', 'Mock'),
    quality: 98,
    powerShell: '3.0',
  }),
  searchRecord('PesterReports', {
    description: 'Turns results of Pester into pages.',
    tags: ['test', 'report'],
    commands: commands('Publish-PesterReport'),
    dependencies: ['Pester'],
    quality: 99,
  }),
  searchRecord('posh-git', {
    description: 'Git in PowerShell, with completion of branches.',
    tags: ['git'],
    commands: commands('Get-GitBranchSummary', 'Expand-GitCommand'),
    quality: 80,
  }),
  searchRecord('SqlServerTools', {
    description: 'Tools for SQL Server: queries, jobs, indexes.',
    tags: ['sql', 'database'],
    commands: [
      searchCommand('Invoke-SqlQuery', { parameters: ['ServerInstance', 'Query'] }),
      searchCommand('Get-SqlIndex', { kind: 'cmdlet' }),
    ],
    quality: 65,
    isPrerelease: true,
  }),
  searchRecord('VaultKit', {
    description: 'Secrets from a vault, for scripts that run alone.',
    tags: ['secret', 'vault'],
    commands: commands('Get-AzVaultSecret', 'Set-VaultSecret', 'Unlock-Vault'),
    quality: 88,
    editions: ['Core'],
    powerShell: '7.2',
  }),
  searchRecord('WebServerDsc', {
    description: 'Resources that configure web sites.',
    tags: ['DSC', 'iis'],
    commands: [
      searchCommand('xWebsite', { kind: 'dsc-resource' }),
      searchCommand('xWebAppPool', { kind: 'dsc-resource' }),
    ],
    owners: ['fabrikam'],
    authors: 'Fabrikam Web Team',
    systems: ['Windows'],
    quality: 72,
  }),
];
