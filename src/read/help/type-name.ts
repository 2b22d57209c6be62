/** Names of .NET types as PowerShell prints them: its own short names where it has one, no namespaces. */

/** Lower-cased full or short name → the name that PowerShell prints. */
const ACCELERATORS: ReadonlyMap<string, string> = new Map(
  [
    ['string', 'System.String', 'String'],
    ['char', 'System.Char', 'Char'],
    ['byte', 'System.Byte', 'Byte'],
    ['sbyte', 'System.SByte', 'SByte'],
    ['short', 'System.Int16', 'Int16'],
    ['ushort', 'System.UInt16', 'UInt16'],
    ['int', 'System.Int32', 'Int32'],
    ['uint', 'System.UInt32', 'UInt32'],
    ['long', 'System.Int64', 'Int64'],
    ['ulong', 'System.UInt64', 'UInt64'],
    ['bigint', 'System.Numerics.BigInteger', 'BigInteger'],
    ['float', 'System.Single', 'Single'],
    ['double', 'System.Double', 'Double'],
    ['decimal', 'System.Decimal', 'Decimal'],
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
    ['regex', 'System.Text.RegularExpressions.Regex'],
    ['xml', 'System.Xml.XmlDocument', 'XmlDocument'],
    ['ipaddress', 'System.Net.IPAddress'],
    ['mailaddress', 'System.Net.Mail.MailAddress'],
    ['cultureinfo', 'System.Globalization.CultureInfo'],
    ['securestring', 'System.Security.SecureString'],
    ['x509certificate', 'System.Security.Cryptography.X509Certificates.X509Certificate'],
    ['semver', 'System.Management.Automation.SemanticVersion', 'SemanticVersion'],
    ['switch', 'System.Management.Automation.SwitchParameter', 'SwitchParameter'],
    ['pscredential', 'System.Management.Automation.PSCredential'],
    ['psobject', 'System.Management.Automation.PSObject'],
    ['pscustomobject', 'System.Management.Automation.PSCustomObject'],
    ['psmoduleinfo', 'System.Management.Automation.PSModuleInfo'],
    ['psvariable', 'System.Management.Automation.PSVariable'],
    ['scriptblock', 'System.Management.Automation.ScriptBlock'],
    ['ref', 'System.Management.Automation.PSReference', 'PSReference'],
    ['ciminstance', 'Microsoft.Management.Infrastructure.CimInstance'],
    ['cimsession', 'Microsoft.Management.Infrastructure.CimSession'],
    ['Object', 'System.Object', 'Object'],
  ].flatMap(([short = '', ...names]) =>
    [short, ...names].map((name) => [name.toLowerCase(), short] as const),
  ),
);

/**
 * `System.String[]` → `string[]`, `System.Collections.Generic.List[System.Int32]` → `List[int]`,
 * `System.Nullable[int]` → `int`.
 */
export function shortTypeName(name: string): string {
  const written = name.trim();
  const array = /^(.+?)((?:\[,*\])+)$/.exec(written);
  if (array) return shortTypeName(array[1] ?? '') + (array[2] ?? '');
  const generic = /^([^[\]]+)\[(.+)\]$/.exec(written);
  if (generic) {
    const outer = withoutNamespace((generic[1] ?? '').replace(/`\d+$/, ''));
    const inner = typeArguments(generic[2] ?? '').map(shortTypeName);
    return outer.toLowerCase() === 'nullable' ? (inner[0] ?? '') : `${outer}[${inner.join(',')}]`;
  }
  return ACCELERATORS.get(written.toLowerCase()) ?? withoutNamespace(written);
}

function withoutNamespace(name: string): string {
  const bare = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('+')) + 1);
  return bare === '' ? name : bare;
}

/** Of a generic type, parted at the commas that stand in no brackets of their own. */
function typeArguments(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth += 1;
    else if (text[at] === ']') depth -= 1;
    else if (text[at] === ',' && depth === 0) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, text.slice(from)];
}
