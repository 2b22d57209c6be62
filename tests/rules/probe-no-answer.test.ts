import { it } from 'vitest';
import { probeGallery } from '../../src/cli/probe-gallery.ts';
import { probeNoAnswer } from '../../src/rules/probe-no-answer.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { serveLive } from '../support/live-gallery.ts';

it('tells of a connection that breaks off', async () => {
  const { url } = await serveLive({ 'v3/search.json': (request) => request.socket.destroy() });
  const steps = await probeGallery(url, { listText: undefined, hasSite: true });
  const findings = steps.flatMap((step) => step.findings);
  expectOnly(findings, probeNoAnswer, { problem: 'UND_ERR_SOCKET other side closed' });
});
