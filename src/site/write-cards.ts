/** Draws the social cards of a gallery beside its pages; a card that shows what it showed is taken from the cache. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { galleryCard, hasCards, packageCard } from './card-facts.ts';
import type { SiteContext } from './gallery-context.ts';
import { cardPath, GALLERY_CARD } from './routes.ts';
import { type CardFacts, renderCard } from './social-card.ts';

/** Drawn at a time; the library draws in threads of its own. */
const LANES = 4;

/**
 * @param outDir  absolute; the root of the site
 * @param cacheDir  absolute; undefined to draw all
 */
export async function writeCards(
  context: SiteContext,
  outDir: string,
  cacheDir: string | undefined,
): Promise<void> {
  const { gallery } = context;
  const owners = hasCards(gallery) ? gallery.packages : [];
  const cards = [
    { path: GALLERY_CARD, facts: galleryCard(gallery) },
    ...owners.map((owner) => ({ path: cardPath(owner.id), facts: packageCard(owner, gallery) })),
  ].map((card) => ({ ...card, name: `${markOf(context.version, card.facts)}.png` }));
  const kept = cacheDir === undefined ? undefined : join(cacheDir, 'cards');
  if (kept !== undefined) await mkdir(kept, { recursive: true });
  const there = new Set(kept === undefined ? [] : await readdir(kept));
  await mkdir(join(outDir, 'cards'), { recursive: true });
  const waiting = cards.values();
  const lane = async () => {
    for (const { path, facts, name } of waiting) {
      const target = join(outDir, path);
      if (kept === undefined) await drawCard(facts, target);
      else {
        if (!there.has(name)) await drawCard(facts, join(kept, name));
        await copyFile(join(kept, name), target);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (kept === undefined) return;
  const wanted = new Set(cards.map(({ name }) => name));
  for (const name of there) if (!wanted.has(name)) await rm(join(kept, name), { force: true });
}

async function drawCard(facts: CardFacts, target: string): Promise<void> {
  const bytes = await sharp(Buffer.from(renderCard(facts)))
    // Few colours, and no noise between them: a quarter of the bytes.
    .png({ palette: true, colours: 16, dither: 0, effort: 1 })
    .toBuffer();
  await writeFile(`${target}.partial`, bytes);
  await rename(`${target}.partial`, target);
}

function markOf(version: string, facts: CardFacts): string {
  return createHash('sha256')
    .update(JSON.stringify([version, facts]))
    .digest('hex')
    .slice(0, 32);
}
