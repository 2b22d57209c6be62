import { expect, it } from 'vitest';
import {
  badgeColour,
  badgeEndpoint,
  PRERELEASE_COLOUR,
  renderBadge,
  STABLE_COLOUR,
  textWidth,
} from '../../src/site/badge.ts';
import { makeGallery } from '../support/make-gallery.ts';
import { parseXml } from '../support/xml-elements.ts';

const [stable, prerelease] =
  makeGallery([{ id: 'A', versions: ['1.0.0', '2.0.0-beta1'] }]).packages[0]?.versions ?? [];
if (!stable || !prerelease) throw new Error('no versions');

it('draws a picture that says what it shows', () => {
  const svg = renderBadge('A & <B>', '1.0.0', STABLE_COLOUR);
  expect(parseXml(svg)).toBeDefined();
  expect(svg).toContain('aria-label="A &amp; &lt;B&gt;: 1.0.0"');
});

it('is as wide as its texts', () => {
  expect(textWidth('iii')).toBeLessThan(textWidth('mmm'));
  expect(textWidth('')).toBe(0);
});

it('tells a prerelease by its colour', () => {
  expect([badgeColour(stable), badgeColour(prerelease)]).toEqual([STABLE_COLOUR, PRERELEASE_COLOUR]);
});

it('gives shields.io what it asks for', () => {
  expect(badgeEndpoint('Contoso', stable)).toEqual({
    schemaVersion: 1,
    label: 'Contoso',
    message: '1.0.0',
    color: '1f4fbf',
  });
});
