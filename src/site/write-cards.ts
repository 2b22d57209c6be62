/** Draws the social cards of a gallery beside its pages; one that would show what it shows is left as it is. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { galleryCard, hasCards, packageCard } from './card-facts.ts';
import type { SiteContext } from './gallery-context.ts';
import { cardPath, GALLERY_CARD } from './routes.ts';
import { type CardFacts, renderCard } from './social-card.ts';

/** Drawn at a time; the library draws in threads of its own. */
const LANES = 4;

/** @param outDir  absolute; the root of the site */
export async function writeCards(context: SiteContext, outDir: string): Promise<void> {
  const { gallery, pages, version } = context;
  const owners = hasCards(gallery) ? gallery.packages : [];
  const waiting = [
    { path: GALLERY_CARD, facts: galleryCard(gallery) },
    ...owners.map((owner) => ({ path: cardPath(owner.id), facts: packageCard(owner, gallery) })),
  ]
    .filter(({ path, facts }) => pages.take(path, markOf(version, facts)))
    .values();
  await mkdir(join(outDir, 'cards'), { recursive: true });
  const lane = async () => {
    for (const { path, facts } of waiting) await drawCard(facts, join(outDir, path));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function drawCard(facts: CardFacts, target: string): Promise<void> {
  const bytes = await sharp(Buffer.from(renderCard(facts)))
    // Few colours, and no noise between them: a quarter of the bytes.
    .png({ palette: true, colours: 16, dither: 0, effort: 1 })
    .toBuffer();
  await writeFile(target, bytes);
}

function markOf(version: string, facts: CardFacts): string {
  return createHash('sha256')
    .update(JSON.stringify([version, facts]))
    .digest('hex')
    .slice(0, 32);
}
