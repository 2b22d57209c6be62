import { it } from 'vitest';
import { probeGallery } from '../../src/cli/probe-gallery.ts';
import { probeStatus } from '../../src/rules/probe-status.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { serveLive } from '../support/live-gallery.ts';

it('tells of an address that is not there', async () => {
  const { url } = await serveLive({ 'v3/search.json': undefined });
  const steps = await probeGallery(url, { listText: undefined, hasSite: true });
  const findings = steps.flatMap((step) => step.findings);
  expectOnly(findings, probeStatus, { status: 404 }, { file: `${url}v3/search.json` });
});
