import { expect, it } from 'vitest';
import { earlierNotes } from '../../src/site/release-notes.ts';
import { makeGallery } from '../support/make-gallery.ts';

function notesOf(all: readonly string[], index = all.length - 1): readonly string[] {
  const versions = all.map((releaseNotes, at) => ({ version: `1.${at}.0`, nuspec: { releaseNotes } }));
  const [owner] = makeGallery([{ id: 'Contoso.Tools', versions }]).packages;
  const item = owner?.versions[index];
  if (!owner || !item) throw new Error('no version');
  return earlierNotes(owner, item).map((notes) => `${notes.item.version.original} ${notes.text}`);
}

it('goes from the version before to the first', () => {
  expect(notesOf(['First.', 'Second.', '', 'Fourth.'])).toEqual(['1.1.0 Second.', '1.0.0 First.']);
  expect(notesOf(['First.', 'Second.', '', 'Fourth.'], 1)).toEqual(['1.0.0 First.']);
});

it('leaves out what newer notes repeat', () => {
  expect(notesOf(['- a', '- b\n- a', 'x', '- c\n- b\n- a'])).toEqual(['1.2.0 x']);
});

it('ends where a page would get too long', () => {
  expect(notesOf(Array.from({ length: 50 }, (_, at) => `Notes of ${at}.`))).toHaveLength(30);
  expect(notesOf(Array.from({ length: 9 }, (_, at) => `${at}${'x'.repeat(9000)}`))).toHaveLength(2);
});
