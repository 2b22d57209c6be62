/**
 * The values of PowerShell's constant data language (.psd1), without what only a running PowerShell could know.
 * `dynamic` stands for an expression that is not constant: it is shown, never evaluated.
 */
export type DataValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'array'; readonly items: readonly DataValue[] }
  | { readonly kind: 'hashtable'; readonly entries: readonly DataEntry[] }
  | { readonly kind: 'dynamic'; readonly source: string };

/** `key` keeps its spelling; PowerShell compares keys without regard to case. Line and column are 1-based. */
export interface DataEntry {
  readonly key: string;
  readonly value: DataValue;
  readonly line: number;
  readonly column: number;
}

/** The value under `key`, ignoring case, or undefined. */
export function dataEntry(value: DataValue | undefined, key: string): DataEntry | undefined {
  if (value?.kind !== 'hashtable') return undefined;
  const wanted = key.toLowerCase();
  return value.entries.find((entry) => entry.key.toLowerCase() === wanted);
}
