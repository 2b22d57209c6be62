import { it } from 'vitest';
import { probeGallery } from '../../src/cli/probe-gallery.ts';
import { probeContent } from '../../src/rules/probe-content.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { serveLive } from '../support/live-gallery.ts';

it('tells of a page that stands where a feed should', async () => {
  const { url } = await serveLive({ 'api/v2/Search()': '<!doctype html><form>Sign in</form>' });
  const steps = await probeGallery(url, { listText: undefined, hasSite: true });
  const findings = steps.flatMap((step) => step.findings);
  expectOnly(findings, probeContent, { expected: 'a V2 feed', found: 'a page of HTML' });
});
