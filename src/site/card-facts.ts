/** What the social cards of a gallery say. */
import { type Gallery, isPackageListed, type Package, shownVersion } from '../domain/gallery.ts';
import { formatCount } from '../report/format-text.ts';
import { packageFacts } from './package-view.ts';
import type { CardFacts } from './social-card.ts';

/** A larger gallery has one card for all: each takes some 15 KB, and hosts have limits. */
const MOST_CARDS = 5000;
const DEFAULT_ACCENT = '#1f4fbf';

export function hasCards(gallery: Gallery): boolean {
  return gallery.packages.length <= MOST_CARDS;
}

export function packageCard(owner: Package, { settings }: Gallery): CardFacts {
  const item = shownVersion(owner);
  const { synopsis, powerShell, editions } = packageFacts(item);
  const commandCount = item.nupkg.commands.length;
  return {
    gallery: settings.title,
    title: owner.id,
    facts: [item.kind === 'module' ? 'Module' : 'Script', item.version.original],
    description: synopsis,
    notes: [
      ...(item.kind === 'module' && commandCount > 0 ? [formatCount(commandCount, 'command')] : []),
      ...(powerShell === undefined ? [] : [`PowerShell ${powerShell} or later`]),
      ...(editions.length === 0 ? [] : [editions.join(' and ')]),
      `by ${owner.owners.join(', ')}`,
    ],
    accent: settings.site.accent?.light ?? DEFAULT_ACCENT,
  };
}

export function galleryCard({ settings, packages }: Gallery): CardFacts {
  return {
    gallery: 'PowerShell gallery',
    title: settings.title,
    facts: [],
    description: settings.description,
    notes: [formatCount(packages.filter(isPackageListed).length, 'package')],
    accent: settings.site.accent?.light ?? DEFAULT_ACCENT,
  };
}
