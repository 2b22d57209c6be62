import { expect, it } from 'vitest';
import { formatUpstreamEvent, type UpstreamEvent } from '../../../src/gateway/upstream/upstream-event.ts';
import { findingOf } from '../../support/intake-gallery.ts';

const EVENT: UpstreamEvent = {
  what: 'refused',
  id: 'Az.Tools',
  version: '1.2.0',
  upstream: 'https://up.example/api/v2',
  detail: 'the gate keeps it out',
  findings: [],
};

it.each<[Partial<UpstreamEvent>, string]>([
  [{}, 'upstream refused Az.Tools 1.2.0 from https://up.example/api/v2: the gate keeps it out'],
  [
    { findings: [findingOf('A_B'), findingOf('C'), findingOf('A_B')] },
    'upstream refused Az.Tools 1.2.0 from https://up.example/api/v2: the gate keeps it out (A_B, C)',
  ],
  [
    { what: 'failed', id: undefined, version: undefined, detail: 'no JSON' },
    'upstream failed from https://up.example/api/v2: no JSON',
  ],
  [{ what: 'absent', version: undefined, upstream: undefined, detail: 'x' }, 'upstream absent Az.Tools: x'],
])('writes %o as one line', (part, expected) => {
  expect(formatUpstreamEvent({ ...EVENT, ...part })).toBe(expected);
});

it('lets no words of another server move the cursor', () => {
  expect(formatUpstreamEvent({ ...EVENT, detail: 'a\u001b[2Jb\nc' })).not.toMatch(/[\u001b\n]/);
});
