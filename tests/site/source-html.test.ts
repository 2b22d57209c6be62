import { expect, it } from 'vitest';
import { sourceHtml } from '../../src/site/source-html.ts';

it('numbers lines from 1, each with an address of its own', () => {
  const { html, lineCount, shownCount } = sourceHtml('a\n<b>\n', 'a.txt');
  expect(html).toBe(
    '<a class="line" id="L1" href="#L1" aria-label="Line 1"></a>a\n<a class="line" id="L2" href="#L2" aria-label="Line 2"></a>&lt;b&gt;\n',
  );
  expect([lineCount, shownCount]).toEqual([2, 2]);
});

it('ends a long file at a line', () => {
  const { html, lineCount, shownCount } = sourceHtml('x'.repeat(99).concat('\n').repeat(3000), 'a.txt');
  expect([lineCount, shownCount]).toEqual([3000, 1000]);
  expect(html.endsWith('x\n')).toBe(true);
});

it('cuts a single line that is as long as a file', () => {
  expect(sourceHtml('x'.repeat(500_000), 'a.txt').html.length).toBeLessThan(110_000);
});
