import { expect, it } from 'vitest';
import { diffHunks } from '../../src/report/file-diff.ts';

it('shows the lines that differ with three around them', () => {
  const before = ['1', '2', '3', '4', '5', '6', '7', '8'].join('\n');
  const after = ['1', '2', '3', '4', 'x', '6', '7', '8'].join('\r\n');
  expect(diffHunks(before, after)).toEqual([
    {
      head: '@@ -2,7 +2,7 @@',
      lines: [
        { kind: 'same', text: '2' },
        { kind: 'same', text: '3' },
        { kind: 'same', text: '4' },
        { kind: 'removed', text: '5' },
        { kind: 'added', text: 'x' },
        { kind: 'same', text: '6' },
        { kind: 'same', text: '7' },
        { kind: 'same', text: '8' },
      ],
    },
  ]);
});

it('finds no difference in line breaks alone', () => {
  expect(diffHunks('a\nb\n', 'a\r\nb\r\n')).toEqual([]);
});

it('gives up on texts that have little in common', () => {
  const lines = (mark: string) => Array.from({ length: 3000 }, (_, index) => mark + index).join('\n');
  expect(diffHunks(lines('a'), lines('b'))).toBeUndefined();
});
