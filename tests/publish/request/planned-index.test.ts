import { expect, it } from 'vitest';
import { blobName } from '../../../src/domain/blob-name.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { packageKey } from '../../../src/domain/package-id.ts';
import { plannedIndexFindings } from '../../../src/publish/request/planned-index.ts';
import type { RequestFacts } from '../../../src/publish/request/request-facts.ts';
import type { IndexPlan } from '../../../src/publish/request/verdict.ts';
import { decideRequest } from '../../../src/publish/request/verdict.ts';
import { readGallery } from '../../../src/read/gallery.ts';
import fc from '../../support/laws.ts';
import { makeBlobReading, makeIndexParts, type PackageSpec } from '../../support/make-gallery.ts';
import { makeNupkgValue } from '../../support/make-nupkg-value.ts';
import { recordIn, requestFacts } from '../../support/request-facts.ts';

const SPEC = { id: 'Sample.Tools', owners: ['contoso-team'], versions: ['1.0.0'] };

function addingOwners(count: number) {
  const before = recordIn(SPEC);
  const owners = [...before.owners, ...Array.from({ length: count }, (_, at) => `o${at}`)];
  const path = 'packages-index/packages/Sample.Tools.yaml';
  const records = [{ path, before, after: { ...before, owners }, findings: [] }];
  return decideRequest(requestFacts({ inGallery: [SPEC], records }));
}

it('refuses a record that no build could read: each line of it may be right', () => {
  // On one line, as somebody may write it, it is half as long as it comes to be written.
  const { kind, plan, findings } = addingOwners(30_000);
  expect([kind, plan, findings.map(({ code }) => code)]).toEqual(['reject', undefined, ['YAML_TOO_LARGE']]);
});

it('takes a long one', () => {
  expect(addingOwners(100).kind).toBe('merge');
});

/** What it is to come to, by reading everything. */
function wholeFindings({ gallery, known, packages, settings }: RequestFacts, plan: IndexPlan) {
  const planned = new Set(plan.records.map(({ id }) => packageKey(id)));
  const old = gallery.packages.flatMap(({ versions }) => versions.map(({ nupkg }) => makeBlobReading(nupkg)));
  const added = plan.blobs.flatMap(({ name, packageAt }) => {
    const nupkg = packages[packageAt]?.nupkg;
    return nupkg ? [makeBlobReading(nupkg, { blobName: name })] : [];
  });
  const records = [
    ...known.map(({ record }) => record).filter(({ id }) => !planned.has(packageKey(id))),
    ...plan.records,
  ];
  const { findings } = readGallery({
    settings,
    records: records.map((record) => ({ file: `packages-index/packages/${record.id}.yaml`, record })),
    blobs: [...old.filter((item) => !plan.removedBlobs.includes(item.blobName)), ...added],
    blobFolder: 'packages-index/blobs/',
  });
  const touched = new Set([
    ...plan.blobs.map(({ name }) => `packages-index/blobs/${name}`),
    ...plan.records.map(({ id }) => `packages-index/packages/${id}.yaml`),
  ]);
  return findings.filter(({ severity, place }) => severity === 'error' || touched.has(place.file));
}

const IDS = ['A', 'A.1', 'a.1', 'B', 'B.1'];
const NUMBERS = ['1.2.0.0', '2.0.0', '1.2.0', '3.0.0'];
const some = fc.record({
  id: fc.constantFrom(...IDS),
  kind: fc.constantFrom('module' as const, 'script' as const),
  versions: fc.uniqueArray(fc.constantFrom(...NUMBERS), { maxLength: 3 }),
});
const several = fc.uniqueArray(some, { selector: ({ id }) => packageKey(id), maxLength: 4 });
const added = fc.array(
  fc.record({
    id: fc.constantFrom(...IDS),
    version: fc.constantFrom(...NUMBERS),
    dependencies: fc.dictionary(fc.constantFrom(...IDS, 'Absent'), fc.constant(''), { maxKeys: 2 }),
  }),
  { maxLength: 2 },
);

it('finds in a part of the gallery what reading all of it would find, right plan or wrong', () => {
  const text = (findings: readonly Finding[]) => findings.map((item) => JSON.stringify(item)).sort();
  let wrong = 0;
  fc.assert(
    fc.property(several, several, added, fc.subarray(NUMBERS), (inGallery, next, blobs, removed) => {
      const before: readonly PackageSpec[] = inGallery;
      fc.pre(readGallery(makeIndexParts(before)).value !== undefined);
      const nupkgs = blobs.map((item) => makeNupkgValue(item));
      const facts = requestFacts({
        inGallery: before,
        packages: nupkgs.map((nupkg) => ({ source: 'blob', file: 'x.nupkg', nupkg, findings: [] })),
      });
      const plan: IndexPlan = {
        subject: 'Change',
        blobs: blobs.map(({ id, version }, packageAt) => ({ name: blobName(id, version), packageAt })),
        records: next.map(recordIn),
        removedBlobs: inGallery.flatMap(({ id }) => removed.map((version) => blobName(id, version))),
        approvals: [],
      };
      const found = plannedIndexFindings(facts, plan);
      expect(text(found)).toEqual(text(wholeFindings(facts, plan)));
      if (found.some(({ severity }) => severity === 'error')) wrong += 1;
    }),
    { numRuns: 500 },
  );
  expect(wrong).toBeGreaterThan(100);
});
