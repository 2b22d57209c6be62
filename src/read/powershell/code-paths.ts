/** Texts and paths of a package, and what can be made of them: parents, names, joined ones. */
import { normalizedPath } from '../package-source.ts';

/** `path`: below the package's root, perhaps with wildcards; `file`: one that is there. */
export interface CodeValue {
  readonly kind: 'text' | 'path' | 'file';
  readonly text: string;
}

/** Undefined: not to be known without running it. */
export type CodeValues = readonly CodeValue[] | undefined;

/** More is no list that anybody wrote. */
export const MAX_VALUES = 5000;
/** Longer than any path or name: a text that is joined with itself doubles. */
export const MAX_TEXT = 1000;

export function propertyOf(value: CodeValue, member: string): readonly CodeValue[] | undefined {
  const name = value.text.split('/').at(-1) ?? '';
  switch (member) {
    case 'fullname':
    case 'path':
    case 'pspath':
      return [value];
    case 'basename':
      return [{ kind: 'text', text: name.replace(/\.[^.]*$/, '') }];
    case 'name':
      return [{ kind: 'text', text: name }];
    case 'directory':
    case 'directoryname':
      return [parentOf(value)];
    default:
      return undefined;
  }
}

export function parentOf(value: CodeValue): CodeValue {
  return { kind: 'path', text: folderOf(value.text) };
}

export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

export function ancestorsOf(path: string): readonly string[] {
  const found: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    found.push(folder);
    if (folder === '') return found;
  }
}

export function pathsJoined(left: CodeValues, right: CodeValues): CodeValues {
  if (!left || !right) return undefined;
  return pairs(left, right, (a, b) => `${a}/${b}`).map((value) =>
    value.kind === 'text' ? value : { kind: 'path', text: normalizedPath(value.text) },
  );
}

/** Every one with every other; a path that goes on is still a path. */
export function pairs(
  left: readonly CodeValue[],
  right: readonly CodeValue[],
  join: (a: string, b: string) => string,
): readonly CodeValue[] {
  if (left.length * right.length > MAX_VALUES) return [];
  return left.flatMap((a) =>
    right.flatMap((b): CodeValue | readonly CodeValue[] => {
      if (a.text.length + b.text.length > MAX_TEXT) return [];
      const kind = a.kind === 'text' && b.kind === 'text' ? 'text' : 'path';
      return { kind, text: join(a.text, b.text) };
    }),
  );
}
