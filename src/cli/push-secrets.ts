/** The secrets of `pwshelf push`: from the environment only, for arguments show in lists of processes and in logs. */
import { GalleryError } from '../domain/gallery-error.ts';
import type { SigningSecret } from '../publish/keys/key-text.ts';
import { parseSigningKey } from '../publish/keys/sign.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface PushTokens {
  /** For the repository of the gallery. */
  readonly gallery: string | undefined;
  /** For the repository whose release takes the package. */
  readonly own: string | undefined;
}

/** In a workflow GITHUB_TOKEN is good for the workflow's own repository only, so the gallery's may be given apart. */
export function pushTokens(env: Environment): PushTokens {
  const own = env['GITHUB_TOKEN'] || env['GH_TOKEN'];
  return { own, gallery: env['PWSHELF_GALLERY_TOKEN'] || own };
}

/** @throws GalleryError when there is none, or one that is none */
export function signingKeyOf(env: Environment): SigningSecret {
  const text = env['PWSHELF_KEY'] ?? '';
  if (text.trim() === '')
    throw new GalleryError(
      'KEY_ABSENT',
      'PWSHELF_KEY is not set.',
      'Put the secret that `pwshelf keys new` printed into the environment variable PWSHELF_KEY; it is no argument.',
    );
  const key = parseSigningKey(text);
  if (key.ok) return key.value;
  throw new GalleryError(
    'KEY_INVALID',
    `PWSHELF_KEY holds no key. ${key.problem}`,
    'Give the secret as `pwshelf keys new` printed it, or an Ed25519 private key as PEM or base64.',
  );
}

/** @throws GalleryError when nothing can be sent without one */
export function requireToken(token: string | undefined, gallery: string): void {
  if (token !== undefined && token !== '') return;
  throw new GalleryError(
    'TOKEN_ABSENT',
    `There is no token with which to ask ${gallery}.`,
    'Set PWSHELF_GALLERY_TOKEN, GITHUB_TOKEN or GH_TOKEN to one with Actions: write for that repository.',
  );
}
