/**
 * Text as outlines, for pictures that are drawn where no fonts are installed and must come out the same everywhere.
 * Letters that the faces lack are left out, and pairs are not kerned: the reader of fonts knows no kerning of this kind.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font, type Glyph } from 'opentype.js';

export type Weight = 400 | 600;

const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const;
const require = createRequire(import.meta.url);

export interface PlacedGlyph {
  /** The same for the same outline. */
  readonly id: string;
  /** Path data of an SVG in units of the face, y downwards from the base line. */
  readonly outline: string;
  /** From the start of the text, in the unit of the size. */
  readonly x: number;
  /** From units of the face to the unit of the size. */
  readonly scale: number;
}

export function placeText(text: string, size: number, weight: Weight): readonly PlacedGlyph[] {
  let x = 0;
  const placed: PlacedGlyph[] = [];
  for (const { outline, scale, width } of lettersOf(text, size, weight)) {
    placed.push({ ...outline, x, scale });
    x += width;
  }
  return placed;
}

export function measureText(text: string, size: number, weight: Weight): number {
  return lettersOf(text, size, weight).reduce((sum, { width }) => sum + width, 0);
}

/** Lines no wider than `width`; what does not fit ends in an ellipsis. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  maxLines: number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measureText(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === maxLines - 1) {
      return [...lines, shortened(`${line} ${words.slice(index).join(' ')}`, width, size, weight)];
    }
    if (line !== '') lines.push(line);
    line = measureText(word, size, weight) <= width ? word : shortened(word, width, size, weight);
  }
  return line === '' ? lines : [...lines, line];
}

function shortened(text: string, width: number, size: number, weight: Weight): string {
  let kept = text.trim().slice(0, 200);
  while (kept !== '' && measureText(`${kept}…`, size, weight) > width) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}

interface Letter {
  readonly outline: Pick<PlacedGlyph, 'id' | 'outline'>;
  readonly scale: number;
  readonly width: number;
}

function lettersOf(text: string, size: number, weight: Weight): readonly Letter[] {
  const letters: Letter[] = [];
  for (const character of text.normalize('NFC')) {
    const face = faceWith(character, weight);
    if (!face) continue;
    const glyph = glyphOf(face, character);
    const scale = size / face.font.unitsPerEm;
    letters.push({ outline: glyph, scale, width: (glyph.glyph.advanceWidth ?? 0) * scale });
  }
  return letters;
}

/** One file of a font, and the letters that were asked of it: they come back again and again. */
interface Face {
  readonly name: string;
  readonly font: Font;
  readonly glyphs: Map<string, FaceGlyph>;
}

interface FaceGlyph {
  readonly face: Face;
  readonly glyph: Glyph;
  readonly id: string;
  readonly outline: string;
}

const faces = new Map<string, Face>();

function glyphOf(face: Face, character: string): FaceGlyph {
  const known = face.glyphs.get(character);
  if (known) return known;
  const glyph = face.font.charToGlyph(character);
  const outline = glyph.getPath(0, 0, face.font.unitsPerEm).toPathData(0);
  const made = { face, glyph, id: `${face.name}-${glyph.index}`, outline };
  face.glyphs.set(character, made);
  return made;
}

function faceWith(character: string, weight: Weight): Face | undefined {
  return SUBSETS.map((subset) => loadFace(subset, weight)).find(
    ({ font }) => font.charToGlyphIndex(character) > 0,
  );
}

function loadFace(subset: string, weight: Weight): Face {
  const name = `${subset}-${weight}`;
  const known = faces.get(name);
  if (known) return known;
  const bytes = readFileSync(require.resolve(`@fontsource/inter/files/inter-${name}-normal.woff`));
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const face = { name, font, glyphs: new Map() };
  faces.set(name, face);
  return face;
}
