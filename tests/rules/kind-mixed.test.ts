import { it } from 'vitest';
import { kindMixed } from '../../src/rules/kind-mixed.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';
import { makeNupkgValue } from '../support/make-nupkg-value.ts';

it('refuses an id that is a module in one version and a script in another', () => {
  const script = makeNupkgValue({ id: 'Tools', version: '2.0.0', kind: 'script' });
  const findings = indexFindings([{ id: 'Tools', versions: ['1.0.0', '2.0.0'] }], ({ blobs }) => ({
    blobs: blobs.map((blob) => (blob.blobName === 'Tools.2.0.0.nupkg' ? { ...blob, nupkg: script } : blob)),
  }));
  expectOnly(
    findings,
    kindMixed,
    { id: 'Tools', kind: 'script', other: 'module' },
    { file: 'packages-index/blobs/Tools.2.0.0.nupkg' },
  );
});
