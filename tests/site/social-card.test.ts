import { XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { renderCard } from '../../src/site/social-card.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';

const CARD = {
  gallery: 'Contoso gallery',
  title: 'Contoso.Tools',
  facts: ['Module', '1.2.0'],
  description: 'Tools of Contoso for work on servers.',
  notes: ['24 commands', 'by contoso'],
  accent: '#1f4fbf',
};

it('draws text as outlines: no fonts, no references, no text to be read as anything else', () => {
  const svg = renderCard(CARD);
  expect(XMLValidator.validate(svg)).toBe(true);
  expect(svg).not.toMatch(/<text|font|Contoso|http(?!:\/\/www\.w3\.org\/2000\/svg)/);
});

it('is a picture of 1200 × 630 that shows its words', async () => {
  const drawn = sharp(Buffer.from(renderCard(CARD)));
  expect(await drawn.metadata()).toMatchObject({ width: 1200, height: 630 });
  const inkOf = async (left: number, top: number, width: number, height: number) => {
    const { data } = await sharp(Buffer.from(renderCard(CARD)))
      .extract({ left, top, width, height })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return 252 - data.reduce((sum, value) => sum + value, 0) / data.length;
  };
  expect(await inkOf(88, 150, 600, 100)).toBeGreaterThan(5);
  expect(await inkOf(700, 20, 400, 100)).toBeLessThan(1);
});

it('stays a well-formed picture, whatever a package is called', () => {
  for (const text of HOSTILE_TEXTS) {
    const svg = renderCard({ ...CARD, title: text, description: text, notes: [text] });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/<script|<image|onload|javascript/i);
  }
});

it('makes long names smaller', () => {
  const scale = (title: string) =>
    Number(
      /fill="#1d2024"><use href="#[^"]+" transform="[^"]*scale\(([\d.]+)\)/.exec(
        renderCard({ ...CARD, title }),
      )?.[1],
    );
  expect(scale('Contoso.Tools.For.Administrators.Of.Servers')).toBeLessThan(scale('Contoso'));
});
