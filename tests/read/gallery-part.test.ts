import { expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { packageKey } from '../../src/domain/package-id.ts';
import { type IndexParts, readGallery } from '../../src/read/gallery.ts';
import { blobsOf, checkPart, holdersOf, rereadGallery } from '../../src/read/gallery-part.ts';
import fc from '../support/laws.ts';
import { makeIndexParts, type PackageSpec } from '../support/make-gallery.ts';

/** `A.1` 2.0.0 and `A` 1.2.0.0 come to one name of a blob. */
const IDS = ['A', 'A.1', 'A.1.2', 'B', 'B.1'];
const VERSIONS = ['1.2.0.0', '2.0.0', '1.2.0', '2.0.0.1', '3.0.0-b'];

const version = fc.record({
  version: fc.constantFrom(...VERSIONS),
  listed: fc.boolean(),
  dependencies: fc.dictionary(fc.constantFrom(...IDS, 'Absent'), fc.constantFrom('', '2.0.0', '[1.2.0]'), {
    maxKeys: 2,
  }),
});

const removal = fc.record({
  version: fc.constantFrom(...VERSIONS),
  sha512: fc.constant('x'),
  removed: fc.constant('2026-02-01T00:00:00Z'),
  by: fc.constant('contoso-admin'),
  reason: fc.constant('Held a password.'),
});

const packageOf = (id: string): fc.Arbitrary<PackageSpec> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom('module' as const, 'script' as const),
    versions: fc.uniqueArray(version, { selector: (item) => item.version, maxLength: 3 }),
    removed: fc.array(removal, { maxLength: 2 }),
    deprecated: fc.option(fc.record({ replacement: fc.constantFrom(...IDS, 'Absent') }), { nil: undefined }),
  });

const packages = fc
  .subarray(IDS)
  .chain((ids) => fc.tuple(...ids.map(packageOf)).map((specs) => specs as readonly PackageSpec[]));

/** A gallery without errors; what becomes of some of its packages; and packages that go. */
const change = fc.record({ before: packages, changed: packages, gone: fc.subarray(IDS) });

interface Change {
  readonly before: readonly PackageSpec[];
  readonly changed: readonly PackageSpec[];
  readonly gone: readonly string[];
}

function partsOf({ before, changed, gone }: Change) {
  const whole = makeIndexParts(before);
  const { value: gallery } = readGallery(whole);
  const next = makeIndexParts(changed);
  const isChanged = (id: string) => changed.some((item) => item.id === id);
  const left = gone.filter((id) => !isChanged(id) && before.some((item) => item.id === id));
  const stay = before.filter(({ id }) => !isChanged(id) && !left.includes(id));
  return gallery && { gallery, whole, next, stay, left };
}

const text = (findings: readonly Finding[]) => findings.map((finding) => JSON.stringify(finding)).sort();

it('says of a part what reading the whole says of it, and comes to the same gallery', () => {
  let joined = 0;
  fc.assert(
    fc.property(change, (asked) => {
      const parts = partsOf(asked);
      fc.pre(parts !== undefined);
      const { gallery, whole, next, stay, left } = parts;
      const kept = makeIndexParts(stay);
      const after: IndexParts = {
        ...whole,
        records: [...kept.records, ...next.records],
        blobs: [...kept.blobs, ...next.blobs],
      };
      const coming = new Set(
        [...next.blobs, ...left.flatMap((id) => blobsOf(gallery, packageKey(id)))].map(
          ({ blobName }) => blobName,
        ),
      );
      const holders = holdersOf(gallery, coming).filter((key) =>
        stay.some(({ id }) => packageKey(id) === key),
      );
      const held = kept.records.filter(({ record }) => holders.includes(packageKey(record.id)));
      const part: IndexParts = {
        ...whole,
        records: [...held, ...next.records],
        blobs: [...holders.flatMap((key) => blobsOf(gallery, key)), ...next.blobs],
      };
      const full = readGallery(after);
      const reread = rereadGallery(gallery, part, new Set(left.map(packageKey)));
      const isTouched = ({ place, severity }: Finding) =>
        severity === 'error' || part.records.some(({ file }) => file === place.file);
      // Of packages that stay, warnings may come about references that now lead nowhere.
      expect(text(reread.findings.filter(isTouched))).toEqual(text(full.findings.filter(isTouched)));
      if (left.length === 0) expect(text(checkPart(gallery, part))).toEqual(text(reread.findings));
      expect(reread.value).toEqual(full.value);
      if (full.value) joined += 1;
    }),
    { numRuns: 500 },
  );
  // Or it would be a law about nothing.
  expect(joined).toBeGreaterThan(100);
});
