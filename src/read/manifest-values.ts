/** The keys of a manifest by the kinds of value that PowerShell accepts there. What is of another kind is told, not guessed. */
import { type DataEntry, type DataValue, dataEntry } from '../domain/data-value.ts';
import type { Finding, Place } from '../domain/finding.ts';
import type { ExportList, ModuleSpecification } from '../domain/module-manifest.ts';
import { findingOf } from '../domain/rule.ts';
import { psd1Dynamic } from '../rules/psd1-dynamic.ts';
import { psd1Type } from '../rules/psd1-type.ts';
import { dataText } from './data-operators.ts';
import { isWildcard } from './wildcard.ts';

const SOURCE_SHOWN = 120;

export class ManifestValues {
  readonly #table: DataValue | undefined;
  readonly #place: Place;
  readonly #findings: Finding[];

  constructor(table: DataValue | undefined, place: Place, findings: Finding[]) {
    this.#table = table;
    this.#place = place;
    this.#findings = findings;
  }

  /** Those of the hashtable under `key`; without any when there is none. */
  inner(key: string): ManifestValues {
    const value = dataEntry(this.#table, key)?.value;
    return new ManifestValues(value?.kind === 'hashtable' ? value : undefined, this.#place, this.#findings);
  }

  /** Undefined when absent, blank, or no text. An array becomes one text, as PowerShell makes it. */
  text(key: string): string | undefined {
    const entry = this.#constant(key);
    if (!entry) return undefined;
    const { value } = entry;
    if (value.kind !== 'array') return this.#textOf(value, entry);
    if (value.items.length > 1) this.#tell(entry, 'text');
    return value.items.flatMap((item) => this.#textOf(item, entry) ?? []).join(' ') || undefined;
  }

  /** The same of versions and GUIDs, which PowerShell makes of no array. */
  single(key: string): string | undefined {
    const entry = this.#constant(key);
    return entry && this.#textOf(entry.value, entry)?.trim();
  }

  boolean(key: string): boolean {
    const entry = this.#constant(key);
    if (!entry || entry.value.kind === 'null') return false;
    // Both clients that publish look at the text.
    const text = dataText(entry.value)?.toLowerCase() ?? '';
    if (text !== 'true' && text !== 'false' && text !== '') this.#tell(entry, '$true or $false');
    return text === 'true';
  }

  /** A text, or an array of its lines, the blank ones too. */
  lines(key: string): string | undefined {
    const entry = this.#constant(key);
    if (!entry) return undefined;
    const lines = itemsOf(entry.value).map((item) =>
      item.kind === 'null' ? '' : (this.#textOf(item, entry) ?? ''),
    );
    const text = lines.join('\n');
    return text.trim() === '' ? undefined : text;
  }

  /** An address; of several none is the right one. */
  link(key: string): string | undefined {
    const entry = dataEntry(this.#table, key);
    const [only, ...more] = this.texts(key);
    if (entry && more.length > 0) this.#tell(entry, 'one address');
    return more.length > 0 ? undefined : only?.trim();
  }

  /** A text or an array of texts; blank ones are left out. */
  texts(key: string): readonly string[] {
    const entry = this.#constant(key);
    if (!entry) return [];
    return itemsOf(entry.value).flatMap((item) => this.#textOf(item, entry) ?? []);
  }

  /** @param absent  what PowerShell exports when the key is not there */
  exports(key: string, absent: readonly string[] = ['*']): ExportList {
    const entry = dataEntry(this.#table, key);
    if (!entry || entry.value.kind === 'null') return { isExplicit: false, names: [], patterns: absent };
    const items = itemsOf(entry.value);
    const isDynamic = items.some((item) => item.kind === 'dynamic');
    if (isDynamic) this.#tellDynamic(entry);
    const names = items.flatMap((item) => (item.kind === 'dynamic' ? [] : (this.#textOf(item, entry) ?? [])));
    const explicit = names.filter((name) => !isWildcard(name));
    const patterns = isDynamic ? ['*'] : names.filter(isWildcard);
    return { isExplicit: patterns.length === 0, names: explicit, patterns };
  }

  /** A name, a hashtable with ModuleName, or an array of both. */
  modules(key: string): readonly ModuleSpecification[] {
    const entry = this.#constant(key);
    if (!entry) return [];
    return itemsOf(entry.value).flatMap((item) => {
      const found = item.kind === 'hashtable' ? this.#specification(item) : this.#named(item, entry);
      return found ?? [];
    });
  }

  #specification(item: DataValue): ModuleSpecification | undefined {
    const values = new ManifestValues(item, this.#place, this.#findings);
    const name = values.text('ModuleName');
    if (name === undefined) return undefined;
    const moduleVersion = values.single('ModuleVersion');
    const requiredVersion = values.single('RequiredVersion');
    const maximumVersion = values.text('MaximumVersion')?.trim();
    const guid = values.single('GUID');
    return {
      name,
      ...(moduleVersion !== undefined && { moduleVersion }),
      ...(requiredVersion !== undefined && { requiredVersion }),
      ...(maximumVersion !== undefined && { maximumVersion }),
      ...(guid !== undefined && { guid }),
    };
  }

  #named(item: DataValue, entry: DataEntry): ModuleSpecification | undefined {
    const name = this.#textOf(item, entry);
    return name === undefined ? undefined : { name };
  }

  /** The entry, when its value or what is in it is constant. */
  #constant(key: string): DataEntry | undefined {
    const entry = dataEntry(this.#table, key);
    if (entry?.value.kind !== 'dynamic') return entry;
    this.#tellDynamic(entry);
    return undefined;
  }

  #textOf(value: DataValue | undefined, entry: DataEntry): string | undefined {
    switch (value?.kind) {
      case 'string':
        return value.value.trim() === '' ? undefined : value.value;
      case 'number':
      case 'boolean':
        return dataText(value);
      case 'null':
      case undefined:
        return undefined;
      case 'dynamic':
        this.#tellDynamic(entry);
        return undefined;
      case 'array':
      case 'hashtable':
        this.#tell(entry, 'text');
        return undefined;
      default:
        return value satisfies never;
    }
  }

  #tellDynamic(entry: DataEntry): void {
    const source = entry.value.kind === 'dynamic' ? entry.value.source : '…';
    const args = { key: entry.key, source: source.replace(/\s+/g, ' ').slice(0, SOURCE_SHOWN) };
    this.#findings.push(findingOf(psd1Dynamic, this.#at(entry), args));
  }

  #tell(entry: DataEntry, expected: string): void {
    this.#findings.push(findingOf(psd1Type, this.#at(entry), { key: entry.key, expected }));
  }

  #at({ line, column }: DataEntry): Place {
    return { ...this.#place, line, column };
  }
}

function itemsOf(value: DataValue): readonly DataValue[] {
  return value.kind === 'array'
    ? value.items.flatMap((item) => (item.kind === 'array' ? item.items : [item]))
    : [value];
}
