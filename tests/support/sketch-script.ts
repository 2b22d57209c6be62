/** A parsed script in one line, for tables of expectations. */
import type {
  AttributeSyntax,
  BlockSyntax,
  ElementSyntax,
  MemberSyntax,
  ParameterSyntax,
  ScriptSyntax,
  StatementSyntax,
  TextPart,
} from '../../src/read/powershell/syntax.ts';

export function sketchScript(script: ScriptSyntax): string {
  return inner(script.body);
}

function inner({ attributes, parameters, statements }: BlockSyntax): string {
  const head = parameters
    ? [...attributes.map(attribute), `param(${parameters.map(parameter).join(' ')})`]
    : [];
  return [...head, ...statements.map(statement)].join(' ');
}

function statement(item: StatementSyntax): string {
  switch (item.kind) {
    case 'function': {
      const list = item.parameters ? `(${item.parameters.map(parameter).join(' ')})` : '';
      return `${item.keyword}:${item.name}${list}{${inner(item.body)}}`;
    }
    case 'class':
    case 'enum': {
      const bases = item.bases.map((base) => `:${base}`).join('');
      return `${item.kind}:${item.name}${bases}${item.attributes.map(attribute).join('')}{${item.members.map(member).join('; ')}}`;
    }
    case 'command': {
      const invocation = item.invocation === '' ? [] : [item.invocation];
      return `${item.isPiped ? '|' : ''}cmd(${[...invocation, ...item.elements.map(element)].join(' ')})`;
    }
    case 'assignment':
      return `set(${elements(item.target)} ${item.operator} ${item.value.map(statement).join(' ')})`;
    case 'expression':
      return `expr(${elements(item.elements)})`;
    case 'compound':
      return `${item.keyword}(${elements(item.elements)})`;
    case 'using':
      return `using(${item.what} ${elements(item.elements)})`;
    default:
      return item satisfies never;
  }
}

function element(item: ElementSyntax): string {
  switch (item.kind) {
    case 'word':
      return item.parts.every((part) => typeof part === 'string')
        ? item.parts.join('')
        : `\`${text(item.parts)}\``;
    case 'string':
      return `"${text(item.parts)}"`;
    case 'parameter':
      return `-${item.name}${item.hasColon ? ':' : ''}`;
    case 'variable':
      return `${item.isSplat ? '@' : '$'}${item.name}`;
    case 'number':
      return 'num';
    case 'type':
      return attribute(item.attribute);
    case 'member':
      return `${item.isStatic ? '::' : '.'}${item.name ?? ''}`;
    case 'group':
      return `${item.open}${item.statements.map(statement).join(' ')})`;
    case 'index':
      return `[(${elements(item.elements)})]`;
    case 'block':
      return `{${inner(item.body)}}`;
    case 'hashtable':
      return `@{${item.entries.map(({ key, value }) => `${key ?? '?'}=${value.map(statement).join(' ')}`).join(' ')}}`;
    case 'operator':
      return `op(${item.text})`;
    default:
      return item satisfies never;
  }
}

function elements(items: readonly ElementSyntax[]): string {
  return items.map(element).join(' ');
}

function text(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : element(part))).join('|');
}

function attribute({ name, arguments: given }: AttributeSyntax): string {
  if (!given) return `[${name}]`;
  const list = given.map((item) => [item.name, item.value && elements(item.value)].filter(Boolean).join('='));
  return `[${name}(${list.join(',')})]`;
}

function parameter({ name, attributes, defaultValue }: ParameterSyntax): string {
  return `${attributes.map(attribute).join('')}$${name}${defaultValue ? '=' : ''}`;
}

function member({ kind, name, isStatic, isHidden, attributes, body }: MemberSyntax): string {
  const words = [isStatic && 'static', isHidden && 'hidden', kind, name].filter(Boolean).join(' ');
  return `${attributes.map(attribute).join('')}${words}${body ? `{${inner(body)}}` : ''}`;
}
