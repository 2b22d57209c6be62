import { expect, it } from 'vitest';
import { QUALITY_CRITERIA } from '../../src/domain/quality.ts';
import { qualityTable } from '../../src/site/docs-quality.ts';

it('says of every criterion what it weighs and how to earn it', () => {
  const rows = qualityTable().split('\n').slice(2);
  expect(rows).toHaveLength(QUALITY_CRITERIA.length);
  for (const [index, { title, weight }] of QUALITY_CRITERIA.entries()) {
    const [, first, second, third] =
      rows[index]?.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')) ?? [];
    expect([rows[index]?.startsWith(`| ${title} |`), first]).toEqual([
      true,
      weight === 0 ? 'noted' : String(weight),
    ]);
    expect(second).toMatch(/^[A-Z`].*\.$/);
    expect(third).toBeUndefined();
  }
});
