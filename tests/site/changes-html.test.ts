import { expect, it } from 'vitest';
import type { VersionChanges } from '../../src/domain/version-changes.ts';
import { diffHunks } from '../../src/report/file-diff.ts';
import { changesHtml, hunksDetails } from '../../src/site/changes-html.ts';

const NOTHING: VersionChanges = { added: [], removed: [], changed: [], metadata: [], files: [] };
const PLAIN = { commandUrl: () => undefined, fileDetails: () => undefined };

it('says so when nothing differs', () => {
  expect(changesHtml(NOTHING, PLAIN).text).toBe('<p class="section">Nothing but the version.</p>');
});

it('has a section for what differs, with addresses where there are pages', () => {
  const { text } = changesHtml(
    {
      ...NOTHING,
      added: ['Get-A', 'Get-B'],
      changed: [
        {
          name: 'Get-C',
          added: ['X'],
          removed: ['Y'],
          changed: [{ name: 'Z', before: 'int', after: 'string' }],
        },
      ],
    },
    { ...PLAIN, commandUrl: (name) => (name === 'Get-A' ? '/a/' : undefined) },
  );
  expect(text).toContain('<a class="mono" href="/a/">Get-A</a>');
  expect(text).toContain('<span class="mono">Get-B</span>');
  expect(text).toContain('<span class="mono">-Z</span>: int → string');
  expect(text).not.toContain('id="facts"');
  expect(text).not.toContain('id="files"');
});

it('escapes what packages say', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const changes: VersionChanges = {
    added: [hostile],
    removed: [hostile],
    changed: [],
    metadata: [{ title: 'Author', before: hostile, after: hostile }],
    files: [{ path: hostile, kind: 'changed', beforeBytes: 1, afterBytes: 2 }],
  };
  const fileDetails = () => hunksDetails(diffHunks(hostile, `${hostile}\nmore`));
  const { text } = changesHtml(changes, { commandUrl: () => undefined, fileDetails });
  expect(text).not.toContain('<img');
  expect(text.match(/&#60;img/g)).toHaveLength(7);
});
