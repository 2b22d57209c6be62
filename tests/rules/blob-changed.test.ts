import { it } from 'vitest';
import { changeFindings } from '../../src/publish/history.ts';
import { blobChanged } from '../../src/rules/blob-changed.ts';
import { expectOnly } from '../support/expect-findings.ts';

it('refuses other bytes under a published name', () => {
  const findings = changeFindings([{ kind: 'changed', path: 'blobs/A.1.0.0.nupkg' }], [], 'index/');
  expectOnly(findings, blobChanged, {}, { file: 'index/blobs/A.1.0.0.nupkg' });
});
