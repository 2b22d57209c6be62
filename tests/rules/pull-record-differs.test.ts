import { expect, it } from 'vitest';
import { decideRequest } from '../../src/publish/request/verdict.ts';
import { pullRecordDiffers } from '../../src/rules/pull-record-differs.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { makeNupkgValue } from '../support/make-nupkg-value.ts';
import { recordIn, requestFacts } from '../support/request-facts.ts';

const TOOLS = { id: 'Contoso.Tools' };
const before = recordIn(TOOLS);
const nupkg = makeNupkgValue({ id: 'Contoso.Tools', version: '1.1.0' });

function verdictOf(sha512: string) {
  const versions = [
    ...before.versions,
    ...before.versions.map((item) => ({ ...item, version: '1.1.0', sha512 })),
  ];
  const file = 'packages-index/blobs/Contoso.Tools.1.1.0.nupkg';
  return decideRequest(
    requestFacts({
      inGallery: [TOOLS],
      packages: [{ source: 'blob', file, nupkg, findings: [] }],
      records: [
        {
          path: 'packages-index/packages/Contoso.Tools.yaml',
          before,
          after: { ...before, versions },
          findings: [],
        },
      ],
    }),
  );
}

it('tells that the record is not of its blob, and takes the blob', () => {
  const { kind, findings, plan } = verdictOf('x');
  expect(kind).toBe('merge');
  expectOnly(findings, pullRecordDiffers, { version: '1.1.0' });
  expect(plan?.records[0]?.versions.at(-1)?.sha512).toBe(nupkg.sha512);
});

it('says nothing of a record that is right', () => {
  expect(codesOf(verdictOf(nupkg.sha512).findings)).toEqual([]);
});
