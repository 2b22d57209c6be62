/** Generators of filters, of every kind that the language has, over packages that often fit them. */

import { V2_PROPERTIES, type V2Property, type V2PropertyName } from '../../src/feed/v2/properties.ts';
import fc from './laws.ts';
import { type SamplePackage, type Tree, writeTree } from './odata-trees.ts';

const texts = fc
  .array(fc.constantFrom('a', 'A', 'az', 'B', '.', ' ', "'", 'é', 'É', 'ß', 'ı', 'I', 'σ', 'ς', '𐐨', '𐐀'), {
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''));
const ids = fc.constantFrom('Az', 'az', 'Az.Accounts', 'AZ.ACCOUNTS', 'Azure', 'Pester', 'pester', 'Pes');
const tags = fc.constantFrom('PSModule', 'psmodule', 'PSScript', 'PSCommand_Get-A', 'PSCommand_Get-AB', 'x');
const versions = fc.constantFrom(
  '1.0',
  '1.0.0',
  '1.0.0.0',
  '1.0.0-beta',
  '1.0.0-Beta',
  '1.0.0-beta.2',
  '1.0.0-beta.10',
  '1.9.0',
  '1.10.0',
  '2.0',
  '1.0.0.1',
  'none',
  '',
);
const times = fc.constantFrom(
  '2024-05-01T09:30:00',
  '2024-05-01T09:30:00Z',
  '2024-05-01T09:30:00.001',
  '2023-12-31T23:59:59.999',
  '2024-05-01T11:30:00+02:00',
  '1900-01-01T00:00:00',
);
const numbers = fc.constantFrom(-2, -1, 0, 1, 2, 3, 5, 5.5, 2024);
const operators = fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le');

export const samplePackages: fc.Arbitrary<SamplePackage> = fc.record(
  Object.fromEntries(
    V2_PROPERTIES.map((column) => {
      const value: fc.Arbitrary<string | number | boolean> = sampleValues(column);
      return [column.name, column.isNullable ? fc.option(value, { nil: null, freq: 3 }) : value];
    }),
  ),
);

function sampleValues({ name, type }: V2Property): fc.Arbitrary<string | number | boolean> {
  if (name === 'Id') return ids;
  if (name === 'Version' || name === 'NormalizedVersion') return versions;
  if (name === 'Tags') return fc.uniqueArray(tags, { maxLength: 4 }).map((all) => all.join(' '));
  if (type === 'Boolean') return fc.boolean();
  if (type === 'DateTime') return times;
  return type === 'String' ? texts : numbers;
}

const property = (...names: readonly V2PropertyName[]) =>
  fc.constantFrom(...names).map((name): Tree => ({ is: 'property', name }));
const literal = (is: 'text' | 'time', values: fc.Arbitrary<string>) =>
  values.map((value): Tree => ({ is, value }));
const nothing = fc.constant<Tree>({ is: 'null' });

interface Kinds {
  readonly text: Tree;
  readonly number: Tree;
  readonly time: Tree;
  readonly flag: Tree;
}

const { flag } = fc.letrec<Kinds>((tie) => {
  const tree = (kind: keyof Kinds): fc.Arbitrary<Tree> => tie(kind) as fc.Arbitrary<Tree>;
  const call = (name: string, ...of: readonly (keyof Kinds)[]) =>
    fc.tuple(...of.map(tree)).map((all): Tree => ({ is: 'call', name, of: all }));
  const compare = (
    one: fc.Arbitrary<Tree>,
    other: fc.Arbitrary<Tree>,
    by: fc.Arbitrary<string> = operators,
  ) =>
    fc
      .tuple(by, one, other, fc.boolean())
      .map(([word, a, b, isTurned]): Tree => ({ is: 'compare', by: word, of: isTurned ? [b, a] : [a, b] }));
  const id = fc.oneof(
    property('Id'),
    property('Id').map((of): Tree => ({ is: 'call', name: 'tolower', of: [of] })),
  );
  const tagsText = fc.oneof(
    property('Tags'),
    property('Tags').map((of): Tree => {
      const padded: Tree = {
        is: 'call',
        name: 'concat',
        of: [
          { is: 'text', value: ' ' },
          { is: 'call', name: 'tolower', of: [of] },
        ],
      };
      return { is: 'call', name: 'concat', of: [padded, { is: 'text', value: ' ' }] };
    }),
  );
  const equality = fc.constantFrom('eq', 'ne');
  const realVersions = versions.filter((text) => /^\d/.test(text));
  return {
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal('text', fc.oneof(texts, ids)),
      property('Id', 'Title', 'Description', 'Tags', 'Summary', 'Version'),
      nothing,
      call('tolower', 'text'),
      call('toupper', 'text'),
      call('trim', 'text'),
      call('concat', 'text', 'text'),
      call('replace', 'text', 'text', 'text'),
      call('substring', 'text', 'number'),
      call('substring', 'text', 'number', 'number'),
    ),
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      numbers.map((value): Tree => ({ is: 'number', value })),
      property('DownloadCount', 'PackageSize'),
      call('length', 'text'),
      call('indexof', 'text', 'text'),
      ...['year', 'month', 'day', 'hour', 'minute', 'second'].map((name) => call(name, 'time')),
    ),
    time: fc.oneof(literal('time', times), property('Published', 'LastEdited'), nothing),
    flag: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      property('IsLatestVersion', 'IsAbsoluteLatestVersion', 'IsPrerelease'),
      fc.boolean().map((value): Tree => ({ is: 'flag', value })),
      nothing,
      compare(id, literal('text', ids), equality),
      compare(property('Version', 'NormalizedVersion'), literal('text', realVersions)),
      compare(property('Version', 'NormalizedVersion'), literal('text', versions), equality),
      fc.tuple(id, literal('text', ids)).map((of): Tree => ({ is: 'call', name: 'startswith', of })),
      fc.tuple(literal('text', tags), tagsText).map((of): Tree => ({ is: 'call', name: 'substringof', of })),
      fc.tuple(tagsText, tree('text')).map((of): Tree => ({ is: 'call', name: 'contains', of })),
      call('substringof', 'text', 'text'),
      call('contains', 'text', 'text'),
      call('startswith', 'text', 'text'),
      call('endswith', 'text', 'text'),
      compare(tree('text'), tree('text')).filter((made) => !isRefused(made)),
      compare(tree('number'), tree('number')),
      compare(tree('time'), tree('time')),
      compare(tree('flag'), tree('flag'), equality),
      tree('flag').map((of): Tree => ({ is: 'not', of: [of] })),
      ...(['and', 'or'] as const).map((is) =>
        fc.array(tree('flag'), { minLength: 2, maxLength: 3 }).map((of): Tree => ({ is, of })),
      ),
    ),
  };
});

/** A version that is to come before or after a literal that is none. */
function isRefused(tree: Tree): boolean {
  if (tree.is !== 'compare' || tree.by === 'eq' || tree.by === 'ne') return false;
  return (
    tree.of.some((one) => one.is === 'property' && one.name === 'Version') &&
    tree.of.some((one) => one.is === 'text')
  );
}

/** Short enough to be read; null alone is no filter. */
export const filterTrees: fc.Arbitrary<Tree> = flag.filter(
  (tree) => tree.is !== 'null' && writeTree(tree).length <= 4_000,
);
