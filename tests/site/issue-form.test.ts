import { expect, it } from 'vitest';
import { issueForm } from '../../src/site/issue-form.ts';
import { makeSettings } from '../support/make-gallery.ts';

it('is that of the repository, with a title begun', () => {
  expect(issueForm(makeSettings({ repository: 'contoso/gallery' }), 'To a&b: ')).toBe(
    'https://github.com/contoso/gallery/issues/new?title=To%20a%26b%3A%20',
  );
});

it('is nowhere without a repository', () => {
  expect(issueForm(makeSettings({}), 'x')).toBeUndefined();
});
