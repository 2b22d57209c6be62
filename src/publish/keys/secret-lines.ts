/**
 * The secret PWSHELF_KEYS of a gallery's repository: one line for each shared key, `keyId=base64`. Empty lines and those
 * that begin with # are left out.
 */
import { keyIdSchema } from '../../domain/publishing-keys.ts';
import { SECRET_BYTES } from './key-text.ts';
import { decodeStrictBase64 } from './strict-base64.ts';

export interface KeySecrets {
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** 1-based; what stands in them is told to nobody. */
  readonly wrongLines: readonly number[];
}

export function parseSecretLines(text: string): KeySecrets {
  const secrets = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  const wrongLines: number[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const at = line.indexOf('=');
    const id = line.slice(0, Math.max(at, 0));
    const bytes = decodeStrictBase64(line.slice(at + 1), SECRET_BYTES);
    if (bytes && !seen.has(id) && keyIdSchema.safeParse(id).success) secrets.set(id, bytes);
    else {
      wrongLines.push(index + 1);
      // Of two lines for one key nobody can say which is meant.
      secrets.delete(id);
    }
    seen.add(id);
  }
  return { secrets, wrongLines };
}

export function formatSecretLine(id: string, secret: Uint8Array): string {
  return `${id}=${Buffer.from(secret).toString('base64')}`;
}
