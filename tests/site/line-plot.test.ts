import { expect, it } from 'vitest';
import { linePlot, tickStep } from '../../src/site/line-plot.ts';
import fc from '../support/laws.ts';

it.each([
  [1, 1],
  [4, 1],
  [5, 2],
  [9, 5],
  [20, 5],
  [21, 10],
  [93, 50],
  [1000, 500],
])('steps up to %d by %d', (most, step) => {
  expect(tickStep(most)).toBe(step);
});

it('draws one value as a line across', () => {
  expect(linePlot([3]).path).toMatch(/^M0 (\S+)L640 \1$/);
});

it('stays inside its frame, and never falls where values rise', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 }), (values) => {
      const { path, ticks, width, height } = linePlot(values.toSorted((a, b) => a - b));
      const points = [...path.matchAll(/[ML](\S+?) (-?[\d.]+)/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      );
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(height);
      }
      for (let index = 1; index < points.length; index++) {
        expect(points[index]?.[1] ?? 0).toBeLessThanOrEqual(points[index - 1]?.[1] ?? 0);
      }
      expect(ticks.length).toBeLessThanOrEqual(5);
    }),
  );
});
