/** Every statement and every list of elements of a script, in the order of the text, however deep. */
import type {
  AttributeSyntax,
  BlockSyntax,
  ElementSyntax,
  MemberSyntax,
  ParameterSyntax,
  StatementSyntax,
  TextPart,
} from './syntax.ts';

export interface ScriptVisitor {
  readonly statement?: (statement: StatementSyntax) => void;
  readonly elements?: (elements: readonly ElementSyntax[]) => void;
}

export function visitScript(body: BlockSyntax, visitor: ScriptVisitor): void {
  visitBlock(body, visitor);
}

function visitBlock({ attributes, parameters, statements }: BlockSyntax, visitor: ScriptVisitor): void {
  visitAttributes(attributes, visitor);
  visitParameters(parameters, visitor);
  for (const statement of statements) visitStatement(statement, visitor);
}

function visitParameters(parameters: readonly ParameterSyntax[] | undefined, visitor: ScriptVisitor): void {
  for (const { attributes, defaultValue } of parameters ?? []) {
    visitAttributes(attributes, visitor);
    if (defaultValue) visitElements(defaultValue, visitor);
  }
}

/** [ValidateScript({ … })] is code too. */
function visitAttributes(attributes: readonly AttributeSyntax[], visitor: ScriptVisitor): void {
  for (const { arguments: given } of attributes) {
    for (const { value } of given ?? []) if (value) visitElements(value, visitor);
  }
}

function visitMember({ attributes, parameters, value, body }: MemberSyntax, visitor: ScriptVisitor): void {
  visitAttributes(attributes, visitor);
  visitParameters(parameters, visitor);
  for (const statement of value) visitStatement(statement, visitor);
  if (body) visitBlock(body, visitor);
}

function visitStatement(statement: StatementSyntax, visitor: ScriptVisitor): void {
  visitor.statement?.(statement);
  switch (statement.kind) {
    case 'function':
      visitParameters(statement.parameters, visitor);
      visitBlock(statement.body, visitor);
      break;
    case 'class':
    case 'enum':
      visitAttributes(statement.attributes, visitor);
      for (const member of statement.members) visitMember(member, visitor);
      break;
    case 'assignment':
      visitElements(statement.target, visitor);
      for (const item of statement.value) visitStatement(item, visitor);
      break;
    case 'command':
    case 'expression':
    case 'compound':
    case 'using':
      visitElements(statement.elements, visitor);
      break;
    default:
      statement satisfies never;
  }
}

function visitElements(elements: readonly ElementSyntax[], visitor: ScriptVisitor): void {
  visitor.elements?.(elements);
  for (const element of elements) {
    switch (element.kind) {
      case 'group':
        for (const statement of element.statements) visitStatement(statement, visitor);
        break;
      case 'block':
        visitBlock(element.body, visitor);
        break;
      case 'hashtable':
        for (const { value } of element.entries) for (const item of value) visitStatement(item, visitor);
        break;
      case 'index':
        visitElements(element.elements, visitor);
        break;
      case 'type':
        visitAttributes([element.attribute], visitor);
        break;
      case 'word':
      case 'string':
        visitParts(element.parts, visitor);
        break;
      default:
        break;
    }
  }
}

function visitParts(parts: readonly TextPart[], visitor: ScriptVisitor): void {
  const expanded = parts.filter((part) => typeof part !== 'string');
  if (expanded.length > 0) visitElements(expanded, visitor);
}
