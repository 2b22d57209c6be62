import { expect, it } from 'vitest';
import { GALLERY_LABELS } from '../../../src/publish/request/gallery-labels.ts';
import { ISSUE_FORMS } from '../../../src/publish/request/issue-forms.ts';

const names = GALLERY_LABELS.map(({ name }) => name);

it.each(GALLERY_LABELS)('$name fits what GitHub takes', ({ name, colour, description }) => {
  expect(name.length).toBeLessThanOrEqual(50);
  expect(colour).toMatch(/^[0-9a-f]{6}$/);
  expect(description.length).toBeLessThanOrEqual(100);
});

it('has one for each form, and none twice', () => {
  expect(names).toEqual(expect.arrayContaining(Object.keys(ISSUE_FORMS)));
  expect(new Set(names).size).toBe(names.length);
});
