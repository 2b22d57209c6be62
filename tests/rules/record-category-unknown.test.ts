import { expect, it } from 'vitest';
import { recordCategoryUnknown } from '../../src/rules/record-category-unknown.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

const categories = [
  { id: 'tools', title: 'Tools' },
  { id: 'network', title: 'Network' },
];

it('warns of a category that gallery.yaml does not have, and names those that it has', () => {
  const findings = indexFindings([{ id: 'Tools', categories: ['tools', 'Network'] }], undefined, {
    categories,
  });
  expectOnly(findings, recordCategoryUnknown, { category: 'Network', known: 'tools, network' });
});

it('says so where the gallery has none', () => {
  expectOnly(indexFindings([{ id: 'Tools', categories: ['tools'] }]), recordCategoryUnknown, {
    category: 'tools',
    known: 'none',
  });
});

it('takes a category that is there', () => {
  expect(codesOf(indexFindings([{ id: 'Tools', categories: ['tools'] }], undefined, { categories }))).toEqual(
    [],
  );
});
