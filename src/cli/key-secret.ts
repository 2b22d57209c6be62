/** A new secret, and how it is told: once, the secret alone on stdout, and what to do with it on stderr. */
import { createHash, randomBytes } from 'node:crypto';
import { type BearerKey, isForReadingOnly, type PublishingKey } from '../domain/publishing-keys.ts';
import { publicKeyOf } from '../publish/keys/ed25519.ts';
import { formatKeyText, type KeySecret, SECRET_BYTES } from '../publish/keys/key-text.ts';
import { formatSecretLine } from '../publish/keys/secret-lines.ts';
import type { Terminal } from './terminal.ts';

export function makeSecret(kind: PublishingKey['kind']): KeySecret {
  return { kind, bytes: randomBytes(SECRET_BYTES) };
}

/** What keys.yaml says of the secret. */
export function publicPartOf(secret: KeySecret): PublicPart {
  const { kind, bytes } = secret;
  switch (kind) {
    case 'hmac':
      return { kind };
    case 'ed25519':
      return { kind, publicKey: Buffer.from(publicKeyOf(bytes)).toString('base64') };
    case 'bearer':
      // Of the text rather than of the bytes, so that `printf %s KEY | sha256sum` tells which key somebody holds.
      return { kind, sha256: createHash('sha256').update(formatKeyText(secret)).digest('hex') };
    default:
      return kind satisfies never;
  }
}

type PublicPart =
  | { readonly kind: 'hmac' }
  | { readonly kind: 'ed25519'; readonly publicKey: string }
  | { readonly kind: 'bearer'; readonly sha256: string };

export function tellSecret(
  terminal: Terminal,
  { id, scopes }: Pick<PublishingKey, 'id' | 'scopes'>,
  secret: KeySecret,
): void {
  terminal.out(`${formatKeyText(secret)}\n`);
  const keeper = secret.kind === 'bearer' ? 'whoever uses it' : 'the pipeline';
  terminal.say(`This is the only time that the secret is shown. Keep it with the secrets of ${keeper}.`);
  if (secret.kind === 'hmac') {
    terminal.say(
      "Add this line to the secret PWSHELF_KEYS of the gallery's repository, below those of the other keys:",
    );
    terminal.say(`  ${formatSecretLine(id, secret.bytes)}`);
  }
  if (secret.kind === 'bearer') tellUses(terminal, scopes);
  terminal.say('Commit keys.yaml: the key counts when it is on the main branch.');
}

function tellUses(terminal: Terminal, scopes: BearerKey['scopes']): void {
  terminal.say(
    'It is for the gateway, which knows it by keys.yaml: nothing of it belongs into PWSHELF_KEYS.',
  );
  if (!isForReadingOnly(scopes)) {
    terminal.say('Clients send it as their API key:');
    terminal.say('  Publish-Module -Repository NAME -Path FOLDER -NuGetApiKey KEY');
    terminal.say('  Publish-PSResource -Repository NAME -Path FOLDER -ApiKey KEY');
    terminal.say('  dotnet nuget push PACKAGE -s ADDRESS -k KEY');
  }
  if (scopes.includes('read')) {
    terminal.say('For reading it is the password, with any user name, such as in -Credential.');
  }
}
