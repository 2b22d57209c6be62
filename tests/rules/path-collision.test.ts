import { it } from 'vitest';
import { pathCollision } from '../../src/rules/path-collision.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: two paths that are the same on some systems', () => {
  expectRule(pathCollision, { files: [{ name: 'a.txt' }, { name: 'A.txt' }] });
});
