import { expect, it } from 'vitest';
import { changeFindings } from '../../src/publish/history.ts';
import { blobVanished } from '../../src/rules/blob-vanished.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { makeRecord } from '../support/publish-facts.ts';

const GONE = [{ kind: 'gone', path: 'blobs/A.1.0.0.nupkg' }] as const;

it('refuses that a published blob is gone', () => {
  expectOnly(changeFindings(GONE, [], 'index/'), blobVanished, {}, { file: 'index/blobs/A.1.0.0.nupkg' });
});

it('accepts it when the record says that the version was removed', () => {
  const removed = [
    { version: '1.0.0', sha512: 'x', removed: '2026-01-01T00:00:00Z', by: 'x', reason: 'Why.' },
  ];
  expect(changeFindings(GONE, [{ ...makeRecord({ id: 'A' }), removed }], 'index/')).toEqual([]);
});
