import { expect, it } from 'vitest';
import { type DependencyNode, dependencyTree } from '../../src/site/dependency-tree.ts';
import { makeGallery } from '../support/make-gallery.ts';

function treeOf(
  packages: Readonly<Record<string, Readonly<Record<string, string>>>>,
  of: string,
): readonly string[] {
  const gallery = makeGallery(
    Object.entries(packages).map(([id, dependencies]) => ({
      id,
      versions: [{ version: '1.2.0', dependencies }],
    })),
  );
  const owner = gallery.packages.find(({ id }) => id === of);
  if (!owner?.versions[0]) throw new Error(of);
  return linesOf(dependencyTree(owner.versions[0], gallery), '');
}

function linesOf(nodes: readonly DependencyNode[], indent: string): readonly string[] {
  return nodes.flatMap(({ id, version, needs, isRepeated }) => [
    `${indent}${id} ${version ?? 'absent'}${isRepeated ? ' again' : ''}`,
    ...linesOf(needs, `${indent}  `),
  ]);
}

it('tells what a dependency needs in turn, and what the gallery lacks', () => {
  expect(treeOf({ Top: { middle: '1.0', Gone: '1.0' }, Middle: { Base: '1.0' }, Base: {} }, 'Top')).toEqual([
    'Middle 1.2.0',
    '  Base 1.2.0',
    'Gone absent',
  ]);
});

it('has no version where none is in the range', () => {
  expect(treeOf({ Top: { Base: '[2.0]' }, Base: {} }, 'Top')).toEqual(['Base absent']);
});

it('opens what is needed twice once, and ends at a circle', () => {
  expect(
    treeOf({ Top: { A: '', B: '' }, A: { C: '' }, B: { C: '' }, C: { D: '' }, D: { Top: '' } }, 'Top'),
  ).toEqual(['A 1.2.0', '  C 1.2.0', '    D 1.2.0', '      Top 1.2.0 again', 'B 1.2.0', '  C 1.2.0 again']);
});

it('stays small where each level needs all of the next', () => {
  const names = Array.from({ length: 30 }, (_, level) => [0, 1, 2, 3].map((n) => `L${level}N${n}`)).flat();
  const packages = Object.fromEntries(
    names.map((name) => {
      const level = Number(/\d+/.exec(name)?.[0]);
      const next = level < 29 ? [0, 1, 2, 3].map((n) => [`L${level + 1}N${n}`, ''] as const) : [];
      return [name, Object.fromEntries(next)];
    }),
  );
  expect(treeOf(packages, 'L0N0').length).toBeLessThanOrEqual(300);
});

it('takes a prerelease only where no stable version fits', () => {
  const gallery = makeGallery([
    { id: 'Base', versions: [{ version: '1.0.0' }, { version: '2.0.0-beta' }] },
    { id: 'Top', versions: [{ version: '1.0.0', dependencies: { Base: '' } }] },
    { id: 'Early', versions: [{ version: '1.0.0', dependencies: { Base: '2.0.0-beta' } }] },
  ]);
  const taken = gallery.packages
    .filter(({ id }) => id !== 'Base')
    .map(({ versions: [item] }) => item && dependencyTree(item, gallery)[0]?.version);
  expect(taken).toEqual(['2.0.0-beta', '1.0.0']);
});
