/** The picture that other sites show beside a link: name, kind, version and description, 1200 × 630. */
import { measureText, placeText, type Weight, wrapText } from './card-text.ts';

export interface CardFacts {
  /** Small, on top: what the whole belongs to. */
  readonly gallery: string;
  readonly title: string;
  /** Under the title, e.g. `Module`, `1.2.0`. */
  readonly facts: readonly string[];
  readonly description: string;
  /** At the foot, e.g. `24 commands`. */
  readonly notes: readonly string[];
  /** `#rrggbb`. */
  readonly accent: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 88;
const INNER = WIDTH - 2 * MARGIN;
const [PAPER, INK, SOFT, LINE] = ['#fcfcfa', '#1d2024', '#5a616b', '#e3e2db'];
const TITLE_SIZES = [92, 80, 70, 60, 52, 44, 38];
const MARK = 'M2.75 6.75 7 11l-4.25 4.25M9.5 15.25h4M2 19.5h18M16.5 3v12.25M19.5 5v10.25';

/** SVG without fonts, scripts and references: text is drawn as outlines. */
export function renderCard(card: CardFacts): string {
  const size = TITLE_SIZES.find((one) => measureText(card.title, one, 600) <= INNER) ?? 34;
  const [title = ''] = wrapText(card.title, INNER, size, 600, 1);
  const lines = wrapText(card.description, INNER, 36, 400, 3);
  const hasFacts = card.facts.length > 0;
  const descriptionTop = hasFacts ? 372 : 316;
  const draw = textDrawer();
  const parts = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    `<rect width="12" height="${HEIGHT}" fill="${card.accent}"/>`,
    `<path transform="translate(${MARGIN - 4} 70) scale(1.9)" d="${MARK}" fill="none" stroke="${card.accent}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`,
    draw.text(wrapText(card.gallery, INNER - 60, 30, 400, 1)[0], MARGIN + 54, 102, 30, 400, SOFT),
    draw.text(title, MARGIN, 236, size, 600, INK),
    hasFacts ? draw.text(card.facts.join('  ·  '), MARGIN, 296, 34, 600, card.accent) : '',
    ...lines.map((line, index) => draw.text(line, MARGIN, descriptionTop + index * 50, 36, 400, INK)),
    `<rect x="${MARGIN}" y="532" width="${INNER}" height="2" fill="${LINE}"/>`,
    draw.text(wrapText(card.notes.join('  ·  '), INNER, 28, 400, 1)[0], MARGIN, 580, 28, 400, SOFT),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<defs>${draw.outlines()}</defs>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** Each outline is written once and used wherever its letter stands. */
function textDrawer() {
  const outlines = new Map<string, string>();
  return {
    outlines: () => [...outlines].map(([id, data]) => `<path id="${id}" d="${data}"/>`).join(''),
    text: (words: string | undefined, x: number, y: number, size: number, weight: Weight, colour: string) => {
      const letters = placeText(words ?? '', size, weight).map((glyph) => {
        outlines.set(glyph.id, glyph.outline);
        return `<use href="#${glyph.id}" transform="translate(${(x + glyph.x).toFixed(1)} ${y}) scale(${glyph.scale.toFixed(5)})"/>`;
      });
      return letters.length === 0 ? '' : `<g fill="${colour}">${letters.join('')}</g>`;
    },
  };
}
