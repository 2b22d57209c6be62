/** A new secret, and how it is told: once, the secret alone on stdout, and what to do with it on stderr. */
import { randomBytes } from 'node:crypto';
import type { PublishingKey } from '../domain/publishing-keys.ts';
import { publicKeyOf } from '../publish/keys/ed25519.ts';
import { formatKeyText, type KeySecret, SECRET_BYTES } from '../publish/keys/key-text.ts';
import { formatSecretLine } from '../publish/keys/secret-lines.ts';
import type { Terminal } from './terminal.ts';

export function makeSecret(kind: PublishingKey['kind']): KeySecret {
  return { kind, bytes: randomBytes(SECRET_BYTES) };
}

/** What keys.yaml says of the secret. */
export function publicPartOf({
  kind,
  bytes,
}: KeySecret): { readonly kind: 'hmac' } | { readonly kind: 'ed25519'; readonly publicKey: string } {
  switch (kind) {
    case 'hmac':
      return { kind };
    case 'ed25519':
      return { kind, publicKey: Buffer.from(publicKeyOf(bytes)).toString('base64') };
    default:
      return kind satisfies never;
  }
}

export function tellSecret(terminal: Terminal, id: string, secret: KeySecret): void {
  terminal.out(`${formatKeyText(secret)}\n`);
  terminal.say('This is the only time that the secret is shown. Keep it with the secrets of the pipeline.');
  if (secret.kind === 'hmac') {
    terminal.say(
      "Add this line to the secret PWSHELF_KEYS of the gallery's repository, below those of the other keys:",
    );
    terminal.say(`  ${formatSecretLine(id, secret.bytes)}`);
  }
  terminal.say('Commit keys.yaml: the key counts when it is on the main branch.');
}
