/** Names of .NET types as PowerShell prints them: its own short names where it has one, no namespaces. */

/**
 * PowerShell's type accelerators: the name that it prints, then the names that stand for it. A bare name is given only
 * where it can be no other type, or where help writes it all the time.
 */
const ACCELERATORS: ReadonlyMap<string, string> = new Map(
  [
    ['string', 'System.String'],
    ['char', 'System.Char'],
    ['byte', 'System.Byte'],
    ['sbyte', 'System.SByte'],
    ['short', 'System.Int16', 'Int16'],
    ['ushort', 'System.UInt16', 'UInt16'],
    ['int', 'System.Int32', 'Int32'],
    ['uint', 'System.UInt32', 'UInt32'],
    ['long', 'System.Int64', 'Int64'],
    ['ulong', 'System.UInt64', 'UInt64'],
    ['bigint', 'System.Numerics.BigInteger', 'BigInteger'],
    ['float', 'System.Single', 'Single'],
    ['double', 'System.Double'],
    ['decimal', 'System.Decimal'],
    ['bool', 'System.Boolean', 'Boolean'],
    ['datetime', 'System.DateTime'],
    ['timespan', 'System.TimeSpan'],
    ['guid', 'System.Guid'],
    ['uri', 'System.Uri'],
    ['version', 'System.Version'],
    ['array', 'System.Array'],
    ['type', 'System.Type'],
    ['void', 'System.Void'],
    ['hashtable', 'System.Collections.Hashtable'],
    ['ordered', 'System.Collections.Specialized.OrderedDictionary', 'OrderedDictionary'],
    ['regex', 'System.Text.RegularExpressions.Regex'],
    ['xml', 'System.Xml.XmlDocument', 'XmlDocument'],
    ['ipaddress', 'System.Net.IPAddress'],
    ['IPEndpoint', 'System.Net.IPEndPoint'],
    ['mailaddress', 'System.Net.Mail.MailAddress'],
    ['cultureinfo', 'System.Globalization.CultureInfo'],
    ['securestring', 'System.Security.SecureString'],
    ['X509Certificate', 'System.Security.Cryptography.X509Certificates.X509Certificate'],
    ['semver', 'System.Management.Automation.SemanticVersion', 'SemanticVersion'],
    ['switch', 'System.Management.Automation.SwitchParameter', 'SwitchParameter'],
    ['pscredential', 'System.Management.Automation.PSCredential'],
    ['psobject', 'System.Management.Automation.PSObject'],
    ['pscustomobject', 'System.Management.Automation.PSCustomObject'],
    ['psmoduleinfo', 'System.Management.Automation.PSModuleInfo'],
    ['psvariable', 'System.Management.Automation.PSVariable'],
    ['scriptblock', 'System.Management.Automation.ScriptBlock'],
    ['ref', 'System.Management.Automation.PSReference', 'PSReference'],
    ['powershell', 'System.Management.Automation.PowerShell'],
    ['runspace', 'System.Management.Automation.Runspaces.Runspace'],
    ['initialsessionstate', 'System.Management.Automation.Runspaces.InitialSessionState'],
    ['ciminstance', 'Microsoft.Management.Infrastructure.CimInstance'],
    ['cimclass', 'Microsoft.Management.Infrastructure.CimClass'],
    ['CimSession', 'Microsoft.Management.Infrastructure.CimSession'],
    ['wmi', 'System.Management.ManagementObject', 'ManagementObject'],
    ['adsi', 'System.DirectoryServices.DirectoryEntry', 'DirectoryEntry'],
    ['WildcardPattern', 'System.Management.Automation.WildcardPattern'],
    ['ConsoleColor', 'System.ConsoleColor'],
    ['Object', 'System.Object'],
  ].flatMap(([short = '', ...names]) =>
    [short, ...names].map((name) => [name.toLowerCase(), short] as const),
  ),
);

/**
 * `System.String[]` → `string[]`, `System.Collections.Generic.List[System.Int32]` → `List[int]`,
 * `System.Nullable[int]` → `int`, `System.Environment+SpecialFolder` → `Environment+SpecialFolder`.
 */
export function shortTypeName(name: string): string {
  const written = name.trim();
  const nullable = /^(?:System\.)?Nullable(?:`1)?\[/i.exec(written);
  const bare = nullable && written.endsWith(']') ? written.slice(nullable[0].length, -1) : written;
  return bare.replace(/[^[\],]+/g, shortWord);
}

/** A name without the brackets of arrays and generic types. */
function shortWord(word: string): string {
  const name = word.trim().replace(/`\d+$/, '');
  // PowerShell finds a type without the System in front of it, too.
  const short = ACCELERATORS.get(name.toLowerCase()) ?? ACCELERATORS.get(`system.${name.toLowerCase()}`);
  if (short !== undefined) return short;
  const withoutNamespace = name.slice(name.lastIndexOf('.') + 1);
  return withoutNamespace === '' ? name : withoutNamespace;
}
