/** What the steps of `pwshelf keys` share: read keys.yaml, change its text, see that it is right, write, tell. */
import { readFileSync } from 'node:fs';
import { hasErrors } from '../domain/finding.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import type { PublishingKey, PublishingKeys } from '../domain/publishing-keys.ts';
import { KEYS_FILE, listIndexFiles } from '../io/index-files.ts';
import { withIndexLock } from '../io/index-lock.ts';
import { loadKeys } from '../io/load-records.ts';
import { nowToTheSecond } from '../io/now.ts';
import { writeAtomic } from '../io/write-atomic.ts';
import { readPublishingKeys } from '../read/publishing-keys.ts';
import { tellFindings } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { type ExitCode, indexDirOf, UsageError, type VerbArguments } from './verb.ts';

export interface KeysBefore {
  /** Undefined when there is no file yet. */
  readonly text: string | undefined;
  readonly keys: PublishingKeys;
  /** UTC. */
  readonly now: string;
}

export interface KeysChange {
  /** Undefined when all is as it should be. */
  readonly text: string | undefined;
  /** What was done, e.g. `revoked contoso-1`. */
  readonly did: string;
  /** Told only when it was done indeed. */
  readonly tell: () => void;
}

export async function changeKeys(
  args: VerbArguments,
  terminal: Terminal,
  change: (before: KeysBefore) => KeysChange,
): Promise<ExitCode> {
  const indexDir = indexDirOf(args);
  return withIndexLock(indexDir, async () => {
    const files = listIndexFiles(indexDir);
    const path = files.root + KEYS_FILE;
    const { value: keys, findings } = loadKeys(files);
    if (!keys) return refuse(terminal, findings);
    const text = files.keys && readFileSync(path, 'utf8');
    const planned = change({ text, keys, now: nowToTheSecond() });
    if (planned.text !== undefined) {
      const after = readPublishingKeys(planned.text, { file: path });
      if (hasErrors(after.findings)) return refuse(terminal, after.findings);
    }
    if (args.isSet('dry-run')) {
      terminal.say(`would have ${planned.did}`);
      return 0;
    }
    if (planned.text !== undefined) writeAtomic(path, planned.text);
    terminal.say(planned.did);
    planned.tell();
    return 0;
  });
}

/** @throws GalleryError when there is no such key */
export function keyOf({ keys }: KeysBefore, id: string): PublishingKey {
  const found = keys.keys.find((key) => key.id === id);
  if (found) return found;
  throw new GalleryError(
    'KEY_UNKNOWN',
    `keys.yaml has no key ${id}.`,
    '`pwshelf keys list` shows those that it has.',
  );
}

/** @throws UsageError when it is no whole number within the bounds */
export function daysOf(
  args: VerbArguments,
  option: string,
  { min, max, otherwise }: { readonly min: number; readonly max: number; readonly otherwise: number },
): number {
  const text = args.text(option);
  if (text === undefined) return otherwise;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : -1;
  if (days >= min && days <= max) return days;
  throw new UsageError(`--${option} is a number of days, ${min} to ${max}.`);
}

/** `2026-01-31T09:30:00Z`, so many days later. */
export function daysAfter(time: string, days: number): string {
  return `${new Date(Date.parse(time) + days * 86_400_000).toISOString().slice(0, 19)}Z`;
}

function refuse(terminal: Terminal, findings: Parameters<typeof tellFindings>[1]): ExitCode {
  tellFindings(terminal, findings);
  terminal.say('Nothing was changed.');
  return 1;
}
