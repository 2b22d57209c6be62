/**
 * Filters as a tree of their own, with what writes them and what evaluates them: slowly, plainly, and without a line
 * of what is tested.
 */
import { V2_PROPERTIES, type V2PropertyName } from '../../src/feed/v2/properties.ts';

export type Tree =
  | { readonly is: 'text' | 'time'; readonly value: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'flag'; readonly value: boolean }
  | { readonly is: 'null' }
  | { readonly is: 'property'; readonly name: V2PropertyName }
  | { readonly is: 'call'; readonly name: string; readonly of: readonly Tree[] }
  | { readonly is: 'compare'; readonly by: string; readonly of: readonly [Tree, Tree] }
  | { readonly is: 'not'; readonly of: readonly [Tree] }
  | { readonly is: 'and' | 'or'; readonly of: readonly Tree[] };

export type SamplePackage = Readonly<Partial<Record<V2PropertyName, string | number | boolean | null>>>;

/** With as few parentheses as the grammar needs. */
export function writeTree(tree: Tree): string {
  switch (tree.is) {
    case 'text':
      return `'${tree.value.replaceAll("'", "''")}'`;
    case 'time':
      return `datetime'${tree.value}'`;
    case 'number':
    case 'flag':
      return String(tree.value);
    case 'null':
      return 'null';
    case 'property':
      return tree.name;
    case 'call':
      return `${tree.name}(${tree.of.map(writeTree).join(',')})`;
    case 'compare':
      return tree.of.map((one) => within(one, ['and', 'or', 'compare'])).join(` ${tree.by} `);
    case 'not':
      return `not ${within(tree.of[0], ['and', 'or', 'compare'])}`;
    case 'and':
      return tree.of.map((one) => within(one, ['and', 'or'])).join(' and ');
    case 'or':
      return tree.of.map((one) => within(one, ['or'])).join(' or ');
  }
}

function within(tree: Tree, enclosed: readonly Tree['is'][]): string {
  return enclosed.includes(tree.is) ? `(${writeTree(tree)})` : writeTree(tree);
}

type Value = string | number | boolean | null;

export function evaluateTree(tree: Tree, sample: SamplePackage): Value {
  switch (tree.is) {
    case 'text':
    case 'number':
    case 'flag':
      return tree.value;
    case 'time':
      return timeOf(tree.value);
    case 'null':
      return null;
    case 'property': {
      const value = sample[tree.name] ?? null;
      const isTime = V2_PROPERTIES.some(({ name, type }) => name === tree.name && type === 'DateTime');
      return isTime && typeof value === 'string' ? timeOf(value) : value;
    }
    case 'not': {
      const value = evaluateTree(tree.of[0], sample);
      return value === null ? null : value !== true;
    }
    case 'and':
    case 'or': {
      const values = tree.of.map((one) => evaluateTree(one, sample));
      if (values.includes(tree.is === 'or')) return tree.is === 'or';
      return values.includes(null) ? null : tree.is === 'and';
    }
    case 'compare':
      return compareTrees(tree.by, tree.of[0], tree.of[1], sample);
    case 'call': {
      const values = tree.of.map((one) => evaluateTree(one, sample));
      return values.includes(null) ? null : callFunction(tree, values);
    }
  }
}

function compareTrees(by: string, left: Tree, right: Tree, sample: SamplePackage): boolean {
  const one = evaluateTree(left, sample);
  const other = evaluateTree(right, sample);
  if (one === null || other === null) {
    if (by === 'eq') return one === null && other === null;
    return by === 'ne' && (one === null) !== (other === null);
  }
  const isVersion = [left, right].some(
    (tree) => tree.is === 'property' && (tree.name === 'Version' || tree.name === 'NormalizedVersion'),
  );
  const order = isVersion ? versionOrder(String(one), String(other)) : plainOrder(one, other);
  if (order === undefined) return by === 'ne';
  const wanted: Readonly<Record<string, readonly number[]>> = {
    eq: [0],
    ne: [-1, 1],
    gt: [1],
    ge: [0, 1],
    lt: [-1],
    le: [-1, 0],
  };
  return wanted[by]?.includes(order) ?? false;
}

function plainOrder(one: Exclude<Value, null>, other: Exclude<Value, null>): number {
  if (typeof one !== 'string' || typeof other !== 'string') return Math.sign(Number(one) - Number(other));
  const [left, right] = [caseless(one), caseless(other)];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** NuGet's order for versions of at most nine digits a part. */
function versionOrder(one: string, other: string): number | undefined {
  const [left, right] = [versionParts(one), versionParts(other)];
  if (left === undefined || right === undefined) return undefined;
  for (const place of [0, 1, 2, 3]) {
    const order = Math.sign(Number(left.core[place] ?? 0) - Number(right.core[place] ?? 0));
    if (order !== 0) return order;
  }
  if (left.label.length === 0 || right.label.length === 0) {
    return Math.sign(right.label.length - left.label.length);
  }
  for (let place = 0; ; place++) {
    const [a, b] = [left.label[place], right.label[place]];
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
    const [aIsNumber, bIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
    const order = aIsNumber ? Math.sign(Number(a) - Number(b)) : plainOrder(a, b);
    if (order !== 0) return order;
  }
}

function versionParts(text: string): { core: readonly string[]; label: readonly string[] } | undefined {
  const dash = text.indexOf('-');
  const core = (dash < 0 ? text : text.slice(0, dash)).split('.');
  const label = dash < 0 ? [] : text.slice(dash + 1).split('.');
  if (core.length > 4 || !core.every((part) => /^\d+$/.test(part))) return undefined;
  return label.every((part) => /^[0-9A-Za-z-]+$/.test(part)) ? { core, label } : undefined;
}

function callFunction(tree: Tree & { readonly is: 'call' }, values: readonly Value[]): Value {
  const text = (index: number) => String(values[index]);
  const [first, second] = tree.of;
  switch (tree.name) {
    case 'substringof':
      return holds(second, text(1), text(0));
    case 'contains':
      return holds(first, text(0), text(1));
    case 'startswith':
      return caseless(text(0)).slice(0, text(1).length) === caseless(text(1));
    case 'endswith':
      return (
        text(0).length >= text(1).length &&
        caseless(text(0)).slice(text(0).length - text(1).length) === caseless(text(1))
      );
    case 'indexof':
      return placeOf(text(0), text(1), 0);
    case 'length':
      return text(0).length;
    case 'tolower':
      return text(0).toLowerCase();
    case 'toupper':
      return text(0).toUpperCase();
    case 'trim':
      return text(0).replace(/^\s+/, '').replace(/\s+$/, '');
    case 'concat':
      return text(0) + text(1);
    case 'substring': {
      const start = Math.max(0, Math.trunc(Number(values[1])));
      const count = values.length > 2 ? Math.trunc(Number(values[2])) : text(0).length;
      return text(0)
        .split('')
        .filter((_, place) => place >= start && place < start + count)
        .join('');
    }
    case 'replace': {
      let result = '';
      for (let at = 0; at < text(0).length; ) {
        const isHere = text(1) !== '' && placeOf(text(0).slice(at, at + text(1).length), text(1), 0) === 0;
        result += isHere ? text(2) : text(0)[at];
        at += isHere ? text(1).length : 1;
      }
      return result;
    }
    default: {
      const iso = new Date(Number(values[0])).toISOString();
      const part = ['year', 'month', 'day', 'hour', 'minute', 'second'].indexOf(tree.name);
      return Number(/^([+-]?\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)/.exec(iso)?.[part + 1]);
    }
  }
}

function holds(haystack: Tree | undefined, text: string, needle: string): boolean {
  if (!isOfTags(haystack) || needle === '' || needle.includes(' ')) return placeOf(text, needle, 0) >= 0;
  return text.split(' ').some((tag) => caseless(tag) === caseless(needle));
}

function isOfTags(tree: Tree | undefined): boolean {
  if (tree?.is === 'property') return tree.name === 'Tags';
  if (tree?.is !== 'call') return false;
  if (tree.name === 'tolower' || tree.name === 'toupper') return isOfTags(tree.of[0]);
  const rest = tree.of.filter((one) => !(one.is === 'text' && one.value !== '' && one.value.trim() === ''));
  return tree.name === 'concat' && rest.length === 1 && isOfTags(rest[0]);
}

function placeOf(text: string, needle: string, from: number): number {
  for (let at = from; at + needle.length <= text.length; at++) {
    if (caseless(text.slice(at, at + needle.length)) === caseless(needle)) return at;
  }
  return -1;
}

/** Character by character; what would grow, or become ASCII, stays as it is. */
function caseless(text: string): string {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return upper.length === character.length && (upper > '\x7f' || character <= '\x7f') ? upper : character;
  }).join('');
}

function timeOf(text: string): number {
  return Date.parse(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}
