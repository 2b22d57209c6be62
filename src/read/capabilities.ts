/**
 * What the code can do, as far as it can be seen without running it. A fact for readers: a module for the registry
 * writes to the registry. What only computes the name of a command is not seen, and the page says so.
 */
import type { Capability, CapabilityKind } from '../domain/package-docs.ts';
import { commandArguments, commandName } from './powershell/code-commands.ts';
import type { CodeFile } from './powershell/code-files.ts';
import { lineAt } from './powershell/comment-help.ts';
import {
  type CommandSyntax,
  constantText,
  type ElementSyntax,
  type StatementSyntax,
} from './powershell/syntax.ts';
import { visitScript } from './powershell/visit-script.ts';

/** Command, lower-cased → what calling it can do. */
const COMMANDS: ReadonlyMap<string, CapabilityKind> = new Map(
  (
    [
      [
        'network',
        'invoke-webrequest iwr wget curl invoke-restmethod irm test-netconnection test-connection resolve-dnsname send-mailmessage new-websocket new-pssession enter-pssession invoke-command new-cimsession connect-wsman curl.exe ssh scp',
      ],
      [
        'download',
        'start-bitstransfer save-module save-script save-psresource install-module install-script install-psresource install-package winget choco bitsadmin certutil',
      ],
      [
        'file-write',
        'set-content sc add-content ac out-file new-item ni remove-item ri rm rmdir del erase rd copy-item cp copy cpi move-item mv move mi rename-item ren rni export-csv epcsv export-clixml tee-object clear-content compress-archive expand-archive set-acl start-transcript',
      ],
      ['registry', 'reg reg.exe regedit'],
      [
        'process',
        'start-process saps start stop-process spps kill start-job sajb start-threadjob cmd cmd.exe wscript cscript rundll32 mshta regsvr32 powershell powershell.exe pwsh pwsh.exe',
      ],
      ['native-code', 'add-type'],
      ['dynamic-code', 'invoke-expression iex'],
      ['credentials', 'get-credential convertto-securestring get-secret export-pfxcertificate'],
      [
        'scheduled-task',
        'register-scheduledtask new-scheduledtask new-scheduledtaskaction register-scheduledjob set-scheduledtask schtasks schtasks.exe',
      ],
      ['service', 'new-service set-service start-service stop-service restart-service remove-service sc.exe'],
      ['execution-policy', 'set-executionpolicy'],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name): [string, CapabilityKind] => [name, kind])),
);

/** Types whose use shows it, without their namespaces or with as much as tells them apart. */
const TYPES: readonly (readonly [RegExp, CapabilityKind])[] = [
  [
    /(?:^|\.)(?:WebClient|HttpClient|HttpWebRequest|WebRequest|TcpClient|UdpClient|Sockets\.Socket|SmtpClient|ClientWebSocket|FtpWebRequest)$/i,
    'network',
  ],
  [
    /(?:^|\.)(?:IO\.File|IO\.Directory|IO\.StreamWriter|IO\.FileStream|StreamWriter|FileStream)$/i,
    'file-write',
  ],
  [/(?:^|\.)Win32\.Registry(?:Key)?$/i, 'registry'],
  [/(?:^|\.)Diagnostics\.Process(?:StartInfo)?$/i, 'process'],
  [/(?:^|\.)(?:InteropServices\.Marshal|Reflection\.Assembly|Reflection\.Emit\.[\w.]+)$/i, 'native-code'],
  [/(?:^|\.)(?:PSCredential)$/i, 'credentials'],
];

/** Members of these types that only read. */
const READS = /^(?:Exists|Read\w*|Open(?:Read|Text)|Get\w*|Enumerate\w*|SizeOf|PtrToString\w*)$/i;
const REGISTRY_PATH = /^(?:Microsoft\.PowerShell\.Core\\)?(?:Registry::|HK(?:LM|CU|CR|U|CC):)/i;
const WRITES_ITEM = /^(?:set|new|remove|clear|rename|copy|move)-item(?:property)?$/;
/** So that one file of generated code does not fill a page. */
const MAX_PER_KIND_AND_FILE = 20;

export function readCapabilities(files: readonly CodeFile[]): readonly Capability[] {
  return files.flatMap(fileCapabilities);
}

function fileCapabilities(file: CodeFile): readonly Capability[] {
  const found: { readonly at: number; readonly capability: Capability }[] = [];
  const counts = new Map<CapabilityKind, number>();
  const add = (kind: CapabilityKind, at: number, shown: string) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= MAX_PER_KIND_AND_FILE) {
      found.push({ at, capability: { kind, path: file.path, line: lineAt(file.lineStarts, at), shown } });
    }
  };
  visitScript(file.syntax.body, {
    statement: (statement) => statementCapabilities(statement, add),
    elements: (elements) => elementCapabilities(elements, add),
  });
  return found.sort((a, b) => a.at - b.at).map(({ capability }) => capability);
}

type Add = (kind: CapabilityKind, at: number, shown: string) => void;

function statementCapabilities(statement: StatementSyntax, add: Add): void {
  if (statement.kind !== 'command') return;
  const name = commandName(statement);
  if (name === undefined) return;
  const key = name.toLowerCase().split(/[\\/]/).at(-1) ?? '';
  const kind = COMMANDS.get(key);
  if (kind !== undefined) add(kind, statement.start, name);
  if (WRITES_ITEM.test(key) && statement.elements.some((item) => REGISTRY_PATH.test(constantPrefix(item)))) {
    add('registry', statement.start, name);
  }
  if (/^(?:powershell|pwsh)(?:\.exe)?$/.test(key) && hasEncodedCommand(statement))
    add('encoded-command', statement.start, name);
  if (key === 'invoke-webrequest' || key === 'iwr') {
    if (commandArguments(statement).named.has('outfile'))
      add('download', statement.start, `${name} -OutFile`);
  }
  if (key === 'new-object') {
    const given = commandArguments(statement);
    const type = constantText((given.named.get('typename') ?? given.positional[0])?.[0]);
    if (type !== undefined) typeCapability(type, undefined, statement.start, add);
    if (given.named.has('comobject')) add('process', statement.start, 'New-Object -ComObject');
  }
}

function hasEncodedCommand({ elements }: CommandSyntax): boolean {
  return elements.some((item) => item.kind === 'parameter' && /^e(?:c|nc\w*)?$/i.test(item.name));
}

function elementCapabilities(elements: readonly ElementSyntax[], add: Add): void {
  for (const [index, element] of elements.entries()) {
    if (element.kind === 'member') {
      const name = element.name ?? '';
      if (/^Download(?:String|File|Data)(?:Async|TaskAsync)?$/i.test(name))
        add('download', element.start, `.${name}()`);
      else if (/^(?:InvokeScript|NewScriptBlock)$/i.test(name))
        add('dynamic-code', element.start, `.${name}()`);
      else if (/^FromBase64String$/i.test(name))
        add('encoded-command', element.start, '[Convert]::FromBase64String');
    }
    if (element.kind !== 'type') continue;
    const next = elements[index + 1];
    const member = next?.kind === 'member' ? next.name : undefined;
    if (
      /^(?:System\.Management\.Automation\.)?ScriptBlock$/i.test(element.attribute.name) &&
      member?.toLowerCase() === 'create'
    ) {
      add('dynamic-code', element.start, '[scriptblock]::Create');
    } else if (member !== undefined) typeCapability(element.attribute.name, member, element.start, add);
  }
}

function typeCapability(name: string, member: string | undefined, at: number, add: Add): void {
  const found = TYPES.find(([pattern]) => pattern.test(name));
  if (!found || (member !== undefined && READS.test(member))) return;
  add(found[1], at, member === undefined ? name : `[${name}]::${member}`);
}

function constantPrefix(element: ElementSyntax): string {
  if (element.kind !== 'word' && element.kind !== 'string') return '';
  const [first] = element.parts;
  return typeof first === 'string' ? first : '';
}
