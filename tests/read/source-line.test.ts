import { expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { withSourceLines } from '../../src/read/source-line.ts';

const at = (line?: number): Finding => ({
  code: 'X',
  severity: 'error',
  place: line === undefined ? { file: 'a' } : { file: 'a', line },
  args: {},
});

it.each([
  [1, 'one'],
  [2, '\ttwo'],
  [3, 'x'.repeat(200)],
  [9, undefined],
  [undefined, undefined],
])('puts line %s beside its place', (line, source) => {
  const [found] = withSourceLines([at(line)], `one\r\n\ttwo  \n${'x'.repeat(300)}`);
  expect(found?.place.source).toBe(source);
});
