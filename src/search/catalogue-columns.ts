/** Columns of the catalogue: one value for each package, with texts that repeat written once. */
import type { CatalogueFile, Column, ManyColumn, PackageFacts } from './index-format.ts';
import { readNumbers, writeNumbers } from './number-text.ts';
import type { SearchRecord } from './search-record.ts';

export function catalogueColumns() {
  const numbers = { quality: [] as number[], flags: [] as number[], days: [] as number[] };
  const texts = {
    license: textColumn(),
    powerShell: textColumn(),
    owners: textColumn(),
    categories: textColumn(),
  };
  const [version, author] = [textColumn(), textColumn()];
  return {
    add: (facts: PackageFacts, record: SearchRecord): void => {
      numbers.quality.push(facts.quality);
      numbers.flags.push(facts.flags);
      numbers.days.push(facts.day);
      texts.license.add(facts.license);
      texts.powerShell.add(facts.powerShell);
      texts.owners.addMany(facts.owners);
      texts.categories.addMany(facts.categories);
      version.add(record.version);
      author.add(record.authors);
    },
    catalogue: (): Omit<CatalogueFile, 'of'> => ({
      quality: writeNumbers(numbers.quality),
      flags: writeNumbers(numbers.flags),
      days: writeNumbers(numbers.days),
      license: texts.license.column(),
      powerShell: texts.powerShell.column(),
      owners: texts.owners.column(),
      categories: texts.categories.column(),
    }),
    versions: (): Column => version.column(),
    authors: (): Column => author.column(),
  };
}

function textColumn() {
  const places = new Map<string, number>();
  const at: number[] = [];
  const placeOf = (text: string) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  return {
    add: (text: string): void => {
      at.push(placeOf(text));
    },
    addMany: (texts: readonly string[]): void => {
      at.push(texts.length, ...texts.map(placeOf));
    },
    column: (): Column => ({ values: [...places.keys()], at: writeNumbers(at) }),
  };
}

/** @returns for each package the places of its values */
export function readManyColumn({ at }: ManyColumn): readonly (readonly number[])[] {
  const numbers = readNumbers(at);
  const rows: number[][] = [];
  for (let from = 0; from < numbers.length; ) {
    const count = numbers[from] ?? 0;
    rows.push(numbers.slice(from + 1, from + 1 + count));
    from += 1 + count;
  }
  return rows;
}
