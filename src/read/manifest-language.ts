/**
 * What PowerShell's restricted language forbids in a manifest: it reads the code of the whole file before it runs any, and
 * refuses the file for one such part, be it in a branch that is never taken. The documents of Windows PowerShell name the
 * same commands and variables. Only what is surely forbidden is told; anything else may be allowed, and is only dynamic.
 */
import type { Finding, Place } from '../domain/finding.ts';
import { findingOf } from '../domain/rule.ts';
import { psd1Forbidden } from '../rules/psd1-forbidden.ts';
import { placeInText } from './data-cursor.ts';
import { parseScript } from './powershell/script-parser.ts';
import {
  type CommandSyntax,
  constantText,
  type ElementSyntax,
  type Span,
  type StatementSyntax,
} from './powershell/syntax.ts';
import { visitScript } from './powershell/visit-script.ts';

interface Forbidden extends Span {
  /** With its article: what was found. */
  readonly found: string;
}

const COMMANDS = wordSet('import-localizeddata convertfrom-stringdata write-host out-host join-path');

/** What is asked of the environment (`$env:`) is allowed as well. */
const VARIABLES = wordSet(
  'true false null psculture psuiculture psscriptroot psedition enabledexperimentalfeatures',
);

const BRANCHES = wordSet('if elseif else');
const STATEMENTS = wordSet('switch foreach for while do try trap data return throw exit break continue');

/** They could take long, grow large or leave something behind. */
const OPERATOR = /^(?:-(?:f|as|[ci]?(?:match|notmatch|replace|split)|join)|\.\.|\+\+|--)$/i;
const REDIRECTION = /^[\d*]?>/;

/**
 * Short names of types that are not as simple as texts, numbers and dates. An unknown name may be that of an
 * enumeration, and those are allowed.
 */
const TYPES = wordSet(
  [
    'array bigint cultureinfo guid hashtable ipaddress mailaddress ordered powershell pscredential pscustomobject',
    'psmoduleinfo psobject psvariable ref regex runspace scriptblock securestring semver switch timespan type uri',
    'version void xml object',
    'system.array system.guid system.object system.timespan system.type system.uri system.version',
    'system.collections.hashtable system.text.regularexpressions.regex system.management.automation.scriptblock',
    'system.management.automation.psobject system.datetimeoffset',
  ].join(' '),
);

/** Of each manifest, so that one full of code does not fill a report. */
const MAX_TOLD = 20;
const NAME_SHOWN = 60;

export function checkManifestLanguage(text: string, file: Place): readonly Finding[] {
  return forbiddenParts(text).map(({ start, found }) =>
    findingOf(psd1Forbidden, { ...file, ...placeInText(text, start) }, { found }),
  );
}

/** The outermost of them: what stands in a script block is not told again. */
function forbiddenParts(text: string): readonly Forbidden[] {
  const script = parseScript(text);
  // What cannot be parsed has findings of its own.
  if (!script.ok || script.value.problems.length > 0) return [];
  const found: Forbidden[] = [];
  const branches = new Set<ElementSyntax>();
  const tell = ({ start, end }: Span, what: string) => found.push({ start, end, found: what });
  visitScript(script.value.body, {
    statement: (statement) => {
      const what = forbiddenStatement(statement);
      if (what !== undefined) tell(statement, what);
      if (statement.kind === 'compound' && BRANCHES.has(statement.keyword))
        for (const element of statement.elements) branches.add(element);
    },
    elements: (elements) => {
      for (const element of elements) {
        const what =
          branches.has(element) && element.kind === 'block' ? undefined : forbiddenElement(element);
        if (what !== undefined) tell(element, what);
      }
    },
  });
  return outermost(found);
}

function outermost(found: readonly Forbidden[]): readonly Forbidden[] {
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const told: Forbidden[] = [];
  for (const part of sorted) {
    if (told.length === MAX_TOLD) break;
    if (part.start >= (told.at(-1)?.end ?? 0)) told.push(part);
  }
  return told;
}

function forbiddenStatement(statement: StatementSyntax): string | undefined {
  switch (statement.kind) {
    case 'function':
      return `the function ${shown(statement.name)}`;
    case 'assignment':
      return 'an assignment';
    case 'command':
      return forbiddenCommand(statement);
    case 'compound':
      return STATEMENTS.has(statement.keyword) ? `the statement ${statement.keyword}` : undefined;
    default:
      return undefined;
  }
}

function forbiddenCommand(command: CommandSyntax): string | undefined {
  const name = constantText(command.elements[0]);
  if (command.invocation === '.') return 'the operator .';
  if (name === undefined) return command.invocation === '&' ? 'the operator &' : undefined;
  return COMMANDS.has(name.toLowerCase()) ? undefined : `the command ${shown(name)}`;
}

function forbiddenElement(element: ElementSyntax): string | undefined {
  switch (element.kind) {
    case 'variable':
      return isAllowedVariable(element.name) ? undefined : `the variable $${shown(element.name)}`;
    case 'member':
      return element.name === undefined ? 'a member' : `the member ${shown(element.name)}`;
    case 'index':
      return 'an index';
    case 'block':
      return 'a script block';
    case 'group':
      return forbiddenGroup(element.open, element.statements[0]);
    case 'type':
      return TYPES.has(element.attribute.name.toLowerCase().replace(/\[\]$/, ''))
        ? `the type [${shown(element.attribute.name)}]`
        : undefined;
    case 'operator':
      if (REDIRECTION.test(element.text)) return 'a redirection';
      return OPERATOR.test(element.text) ? `the operator ${element.text.toLowerCase()}` : undefined;
    default:
      return undefined;
  }
}

/** In plain parentheses stands a pipeline, and a keyword there is the name of a command. */
function forbiddenGroup(open: string, first: StatementSyntax | undefined): string | undefined {
  return open === '(' && first?.kind === 'compound' ? `the command ${first.keyword}` : undefined;
}

function isAllowedVariable(name: string): boolean {
  const folded = name.toLowerCase();
  return VARIABLES.has(folded) || /^(?:env|using):/.test(folded);
}

function shown(name: string): string {
  return name.replace(/\s+/g, ' ').slice(0, NAME_SHOWN);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
