import { it } from 'vitest';
import { probeGallery } from '../../src/cli/probe-gallery.ts';
import { probeHash } from '../../src/rules/probe-hash.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { BLOB, serveLive } from '../support/live-gallery.ts';
import { hashOf } from '../support/version-lists.ts';

it('tells of a package with other bytes', async () => {
  const path = 'v3/flatcontainer/contoso.tools/1.1.0/contoso.tools.1.1.0.nupkg';
  const wrong = 'x'.repeat(BLOB.length);
  const { url } = await serveLive({ [path]: wrong });
  const steps = await probeGallery(url, { listText: undefined, hasSite: true });
  const findings = steps.flatMap((step) => step.findings);
  expectOnly(
    findings,
    probeHash,
    { id: 'Contoso.Tools', version: '1.1.0', expected: hashOf(BLOB), found: hashOf(wrong) },
    { file: url + path },
  );
});
