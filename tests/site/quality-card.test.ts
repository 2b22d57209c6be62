import { expect, it } from 'vitest';
import type { QualityResult } from '../../src/domain/quality.ts';
import { qualityCard } from '../../src/site/quality-card.ts';

const result = (id: string, weight: number, share: number): QualityResult => ({
  id,
  title: id,
  weight,
  share,
  found: '',
  remedy: share < 1 && weight > 0 ? `do ${id}` : undefined,
});

it('puts first what would earn most, then what is done, then what earns nothing', () => {
  const criteria = [
    result('signed', 0, 0),
    result('tags', 5, 1 / 3),
    result('readme', 10, 1),
    result('help', 20, 0.111),
  ];
  const shown = qualityCard({ score: 50, criteria }).map(({ kind, lines }) => [
    kind,
    ...lines.map(({ title, points }) => `${title}: ${points}`),
  ]);
  expect(shown).toEqual([
    ['open', 'help: 2.2 of 20 points', 'tags: 1.7 of 5 points'],
    ['done', 'readme: 10 points'],
    ['noted', 'signed: undefined'],
  ]);
});

it('has no group without lines', () => {
  expect(qualityCard({ score: 100, criteria: [result('readme', 10, 1)] }).map(({ kind }) => kind)).toEqual([
    'done',
  ]);
});
