/**
 * keys.yaml of an index that others change while a server runs: read again when its file has changed. While a new one has
 * faults, the old one counts, since a slip in a file must not let anybody in or lock everybody out.
 */
import { hasErrors } from '../domain/finding.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import type { PublishingKeys } from '../domain/publishing-keys.ts';
import { keysFileOf } from './index-files.ts';
import { loadKeys } from './load-records.ts';

export interface KeysSource {
  readonly current: () => PublishingKeys;
}

/**
 * @param onFailure  told once of each state of the file that has faults
 * @throws GalleryError KEYS_INVALID when it has faults at the start
 */
export function openKeysSource(indexDir: string, onFailure: (error: GalleryError) => void): KeysSource {
  let held: PublishingKeys | undefined;
  let seen: string | undefined;
  const look = (): PublishingKeys => {
    const files = keysFileOf(indexDir);
    const mark = JSON.stringify(files.keys ?? null);
    if (held && mark === seen) return held;
    seen = mark;
    const { value, findings } = loadKeys(files);
    if (value && !hasErrors(findings)) {
      held = value;
      return value;
    }
    const error = new GalleryError(
      'KEYS_INVALID',
      `${files.root}keys.yaml has faults, so no key in it counts.`,
      'Run `pwshelf check` and mend what it tells.',
    );
    if (!held) throw error;
    onFailure(error);
    return held;
  };
  look();
  return { current: look };
}
