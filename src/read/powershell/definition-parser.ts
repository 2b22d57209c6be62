/** The lists of what functions and classes consist of: parameters, members. */
import { CommandParser } from './command-parser.ts';
import type { AttributeSyntax, ClassSyntax, MemberSyntax, ParameterSyntax } from './syntax.ts';

export abstract class DefinitionParser extends CommandParser {
  protected parameters(): readonly ParameterSyntax[] {
    const start = this.at;
    const found: ParameterSyntax[] = [];
    this.enter();
    this.at += 1;
    for (;;) {
      this.skipSpace();
      if (this.char() === ',') {
        this.at += 1;
        continue;
      }
      if (this.isAtEnd() || this.char() === ')') break;
      const before = this.at;
      const parameter = this.#parameter();
      if (parameter) found.push(parameter);
      if (this.at === before) break;
    }
    this.close(')', start, 'the list of parameters');
    this.leave();
    return found;
  }

  #parameter(): ParameterSyntax | undefined {
    const start = this.at;
    const attributes: AttributeSyntax[] = [];
    while (this.char() === '[') {
      const attribute = this.bracket();
      if (attribute.kind === 'type') attributes.push(attribute.attribute);
      this.skipSpace();
    }
    const name = this.take(/\$(?:\{[^}]*\}|[\p{L}\p{N}_?:]+)/uy)?.[0];
    if (name === undefined) {
      this.report(this.at, 'a parameter was expected');
      // To the next comma, whatever stands here.
      this.expression({ comma: true, assignment: false, isMultiline: true });
      return undefined;
    }
    let end = this.at;
    let defaultValue: ParameterSyntax['defaultValue'];
    this.skipSpace();
    if (this.char() === '=') {
      this.at += 1;
      this.skipSpace();
      defaultValue = this.expression({ comma: true, assignment: false, isMultiline: false });
      end = defaultValue.at(-1)?.end ?? this.at;
    }
    return { name: name.replace(/^\$\{?|\}$/g, ''), attributes, defaultValue, start, end };
  }

  protected classDefinition(
    start: number,
    kind: 'class' | 'enum',
    name: string,
    attributes: readonly AttributeSyntax[],
  ): ClassSyntax {
    this.skipSpace();
    const bases: string[] = [];
    if (this.char() === ':') {
      this.at += 1;
      const listed = this.take(/[^{#<]*/y)?.[0] ?? '';
      for (const base of partsOfList(listed)) bases.push(base);
      this.skipSpace();
    }
    const opened = this.at;
    const members: MemberSyntax[] = [];
    if (this.char() === '{') {
      this.enter();
      this.at += 1;
      for (;;) {
        this.skipSpace();
        if (this.isAtEnd() || this.char() === '}') break;
        const before = this.at;
        if (this.char() === ';') this.at += 1;
        else {
          const member = this.#member();
          if (member) members.push(member);
        }
        if (this.at === before) this.at += 1;
      }
      this.close('}', opened, `the ${kind}`);
      this.leave();
    }
    return { kind, name, bases, attributes, members, start, end: this.at };
  }

  #member(): MemberSyntax | undefined {
    const start = this.at;
    const attributes: AttributeSyntax[] = [];
    let [isStatic, isHidden] = [false, false];
    for (;;) {
      this.skipSpace();
      const modifier = this.take(/(?:static|hidden)(?=[\s[])/iy)?.[0].toLowerCase();
      if (modifier === 'static') isStatic = true;
      else if (modifier === 'hidden') isHidden = true;
      else if (this.char() === '[') {
        const attribute = this.bracket();
        if (attribute.kind === 'type') attributes.push(attribute.attribute);
      } else break;
    }
    const name = this.take(/\$?[\p{L}_][\p{L}\p{N}_]*/uy)?.[0];
    if (name === undefined) {
      this.report(this.at, 'a member of the class was expected');
      return undefined;
    }
    const made = { isStatic, isHidden, attributes, start } as const;
    this.skipBlanks();
    if (this.char() !== '(') {
      let value: MemberSyntax['value'] = [];
      if (this.char() === '=') {
        this.at += 1;
        this.skipSpace();
        value = this.pipeline();
      }
      const kind = name.startsWith('$') ? 'property' : 'value';
      const bare = name.replace(/^\$/, '');
      return { ...made, kind, name: bare, parameters: [], value, body: undefined, end: this.at };
    }
    const parameters = this.parameters();
    this.skipSpace();
    let value: MemberSyntax['value'] = [];
    if (this.char() === ':') {
      this.take(/:\s*base\s*/iy);
      const given = this.char() === '(' ? this.group('(') : undefined;
      if (given?.kind === 'group') value = given.statements;
      this.skipSpace();
    }
    const body = this.char() === '{' ? this.block() : undefined;
    return { ...made, kind: 'method', name, parameters, value, body, end: this.at };
  }
}

/** Between commas, but those in brackets. */
function partsOfList(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at] ?? ',';
    if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    else if (character === ',' && (depth <= 0 || at === text.length)) {
      const part = text.slice(from, at).trim();
      if (part !== '') found.push(part);
      from = at + 1;
    }
  }
  return found;
}
