import { describe, expect, it } from 'vitest';
import { measureText, placeText, wrapText } from '../../src/site/card-text.ts';

describe('placeText', () => {
  it('places letters from left to right', () => {
    const [a, t] = placeText('AT', 100, 400);
    expect(a).toEqual(placeText('A', 100, 400)[0]);
    expect(t?.x).toBeCloseTo(measureText('A', 100, 400));
    expect(measureText('AT', 200, 400)).toBeCloseTo(2 * measureText('AT', 100, 400));
  });

  it('takes letters of other scripts from their own faces, and leaves out what none has', () => {
    const letters = placeText('aжλ漢', 10, 400).map(({ id }) => id.replace(/-\d+$/, ''));
    expect(letters).toEqual(['latin-400', 'cyrillic-400', 'greek-400']);
  });
});

describe('wrapText', () => {
  it('keeps lines within the width', () => {
    const text = 'Everyday work with plain text: slugs for addresses and file names.';
    const lines = wrapText(text, 300, 30, 400, 9);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(measureText(line, 30, 400)).toBeLessThanOrEqual(300);
  });

  it('ends in an ellipsis where there is no more room, within a word too', () => {
    const lines = wrapText('one two three four five six seven', 120, 30, 400, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    const [word = ''] = wrapText('A'.repeat(90), 200, 30, 600, 1);
    expect(word).toMatch(/^A+…$/);
    expect(measureText(word, 30, 600)).toBeLessThanOrEqual(200);
  });

  it('makes nothing of nothing', () => {
    expect(wrapText('  ', 100, 30, 400, 3)).toEqual([]);
  });
});
