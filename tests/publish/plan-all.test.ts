import { expect, it } from 'vitest';
import { knownPackages, planPublishAll } from '../../src/publish/plan-all.ts';
import { codesOf } from '../support/expect-findings.ts';
import { makeGallery, makeIndexParts } from '../support/make-gallery.ts';
import { makeNupkgValue, type NupkgSpec } from '../support/make-nupkg-value.ts';
import { publishFacts } from '../support/publish-facts.ts';

const plans = (...specs: readonly NupkgSpec[]) =>
  planPublishAll(
    specs.map((spec, index) => ({ nupkg: makeNupkgValue(spec), file: `${index}.nupkg` })),
    publishFacts(),
  );

it('adds two versions of a new package to one record', () => {
  const [first, second] = plans({ version: '1.1.0' }, { version: '1.0.0' });
  expect(first?.change?.isNewPackage).toBe(true);
  expect(second?.change?.isNewPackage).toBe(false);
  expect(second?.change?.record.versions.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
});

it('refuses the second of two files of one version', () => {
  expect(plans({ version: '1.0' }, { version: '1.0.0' }).map(({ findings }) => codesOf(findings))).toEqual([
    [],
    ['PUBLISH_VERSION_EXISTS'],
  ]);
});

it('forgets a file that was refused', () => {
  const [first, second] = plans({ nuspec: { description: undefined } }, {});
  expect(first?.change).toBeUndefined();
  expect(second?.change?.isNewPackage).toBe(true);
});

it('knows of a gallery what planPublish asks, also of an id without versions', () => {
  const guid = '6f1c8a3e-0d4b-4c11-9a70-2f6f0f8f2b11';
  const specs = [
    { id: 'Tools', versions: ['1.0.0', { version: '2.0.0', manifest: { guid } }] },
    { id: 'Run', kind: 'script', versions: ['1.0.0'] },
    { id: 'Gone', versions: [] },
  ] as const;
  const records = makeIndexParts(specs).records.map(({ record }) => record);
  expect(knownPackages(makeGallery(specs), records)).toEqual([
    { record: records[0], kind: 'module', guid },
    { record: records[1], kind: 'script', guid: undefined },
    { record: records[2], kind: undefined, guid: undefined },
  ]);
});
