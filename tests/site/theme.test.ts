import { expect, it } from 'vitest';
import { themeCss } from '../../src/site/theme.ts';

it('sets the accent for light and dark pages', () => {
  const css = themeCss({ light: '#0a7d4f', dark: '#6fd3a6' });
  expect(css).toMatch(/^html:root\{--accent:#0a7d4f;/);
  expect(css).toContain('@media (prefers-color-scheme:dark){html:root{--accent:#6fd3a6;');
});

it('says nothing where a gallery sets nothing', () => {
  expect(themeCss(undefined)).toBe('');
});
