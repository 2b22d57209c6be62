import { it } from 'vitest';
import { probeGallery } from '../../src/cli/probe-gallery.ts';
import { probeOutdated } from '../../src/rules/probe-outdated.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { serveLive } from '../support/live-gallery.ts';

it('tells of a gallery that is another build', async () => {
  const { url, listText } = await serveLive();
  const steps = await probeGallery(url, { listText: listText.replace('1.1.0', '1.2.0'), hasSite: true });
  const findings = steps.flatMap((step) => step.findings);
  expectOnly(findings, probeOutdated, {}, { file: `${url}api/versions.json` });
});
