/** The accent colour of a gallery as a style sheet. It is stronger than the built-in one wherever it stands. */
import type { GallerySettings } from '../domain/gallery-settings.ts';

export function themeCss(accent: GallerySettings['site']['accent']): string {
  if (!accent) return '';
  const rule = (colour: string) =>
    `html:root{--accent:${colour};--accent-paper:color-mix(in srgb,${colour} 9%,var(--paper))}`;
  return `${rule(accent.light)}@media (prefers-color-scheme:dark){${rule(accent.dark)}}\n`;
}
