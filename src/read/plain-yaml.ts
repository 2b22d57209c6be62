/**
 * The plain subset of YAML that this program writes its records in, read at once. A gallery holds a record for
 * every package, and a whole YAML parser costs more than reading and hashing the package beside it. Whatever is
 * not plainly of this subset is left to the real parser: undefined, never a guess.
 */

/** Scalars that mean the same, a string, in every version of YAML. */
const PLAIN_TEXT = /^[A-Za-z][A-Za-z0-9_./+=@-]*(?: [A-Za-z0-9_./+=@(),-]+)*$/;
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const BASE64 = /^[A-Za-z0-9+/]{86}==$/;
const INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const QUOTED = /^"[^"\\\u0000-\u001f\u007f-\u{10ffff}]*"$/u;
const THREE_PARTS = /^\d+\.\d+\.\d+(?:\.\d+)?(?:-[0-9A-Za-z.-]+)?$/;
const KEY = /^([A-Za-z][A-Za-z0-9]*):(?: (.*))?$/;

interface Line {
  readonly indent: number;
  readonly text: string;
}

/** Mappings become objects, sequences arrays; undefined when the text is not of the subset. */
export function parsePlainYaml(text: string): unknown {
  const lines = splitLines(text);
  if (!lines || lines.length === 0) return undefined;
  const cursor = new Cursor(lines);
  const value = readBlock(cursor, 0);
  return cursor.isAtEnd() ? value : undefined;
}

class Cursor {
  readonly #lines: readonly Line[];
  #index = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  peek(): Line | undefined {
    return this.#lines[this.#index];
  }

  next(): void {
    this.#index += 1;
  }

  isAtEnd(): boolean {
    return this.#index === this.#lines.length;
  }
}

/** Undefined when a line is indented by other than spaces, or ends in white space. Comments begin their lines. */
function splitLines(text: string): readonly Line[] | undefined {
  const lines: Line[] = [];
  for (const raw of text.split('\n')) {
    if (raw === '' || raw.startsWith('#')) continue;
    const content = raw.trimStart();
    const indent = raw.length - content.length;
    if (raw !== raw.trimEnd() || raw.slice(0, indent) !== ' '.repeat(indent)) return undefined;
    lines.push({ indent, text: content });
  }
  return lines;
}

function readBlock(cursor: Cursor, indent: number): unknown {
  const first = cursor.peek();
  if (first?.indent !== indent) return undefined;
  return first.text.startsWith('- ') ? readSequence(cursor, indent) : readMapping(cursor, indent, undefined);
}

function readSequence(cursor: Cursor, indent: number): unknown {
  const items: unknown[] = [];
  for (let line = cursor.peek(); line?.indent === indent; line = cursor.peek()) {
    if (!line.text.startsWith('- ')) return undefined;
    const rest = line.text.slice(2);
    cursor.next();
    const item = KEY.test(rest) ? readMapping(cursor, indent + 2, rest) : readScalar(rest);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/** @param opening  the first pair when it stands behind the dash of a sequence */
function readMapping(cursor: Cursor, indent: number, opening: string | undefined): unknown {
  const value: Record<string, unknown> = {};
  let pending = opening;
  for (;;) {
    let text = pending;
    if (text === undefined) {
      const line = cursor.peek();
      if (line?.indent !== indent) break;
      text = line.text;
      cursor.next();
    }
    pending = undefined;
    const pair = KEY.exec(text);
    const key = pair?.[1];
    if (!pair || key === undefined || Object.hasOwn(value, key) || key === 'constructor') return undefined;
    const found = pair[2] === undefined ? readBlock(cursor, indent + 2) : readScalar(pair[2]);
    if (found === undefined) return undefined;
    value[key] = found;
  }
  return value;
}

function readScalar(text: string): unknown {
  if (QUOTED.test(text)) return text.slice(1, -1);
  if (text === 'true' || text === 'false') return text === 'true';
  if (INTEGER.test(text)) return Number(text);
  if (BASE64.test(text) || TIMESTAMP.test(text) || THREE_PARTS.test(text)) return text;
  return PLAIN_TEXT.test(text) && !RESERVED.test(text) ? text : undefined;
}
