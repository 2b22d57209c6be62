/** A gallery with bearer keys of every state and scope. Their texts are here, as nowhere else. */
import { createHash } from 'node:crypto';
import { type PublishingKeys, publishingKeysSchema } from '../../src/domain/publishing-keys.ts';
import { formatKeyText } from '../../src/publish/keys/key-text.ts';

export const NOW_MS = Date.parse('2026-03-10T12:00:00Z');

const NAMES = ['all', 'versions', 'unlister', 'reader', 'other', 'expired', 'revoked', 'early'] as const;
type Name = (typeof NAMES)[number];

export const KEY_TEXTS = Object.fromEntries(
  NAMES.map((name, index) => [name, formatKeyText({ kind: 'bearer', bytes: Buffer.alloc(32, index + 1) })]),
) as Readonly<Record<Name, string>>;
export const UNKNOWN_KEY = formatKeyText({ kind: 'bearer', bytes: Buffer.alloc(32, 99) });

const FIELDS: Readonly<Record<Name, object>> = {
  all: { scopes: ['push-new', 'push-version', 'unlist'] },
  versions: { scopes: ['push-version', 'read'] },
  unlister: { scopes: ['unlist'] },
  reader: { scopes: ['read'], ids: ['*'] },
  other: { scopes: ['push-new', 'push-version', 'unlist', 'read'], owner: 'fabrikam', ids: ['Fabrikam.*'] },
  expired: { scopes: ['push-new', 'push-version', 'unlist', 'read'], expires: '2026-03-10T12:00:00Z' },
  revoked: { scopes: ['push-new', 'push-version', 'unlist', 'read'], revoked: '2026-03-01T00:00:00Z' },
  early: { scopes: ['push-new', 'push-version', 'unlist', 'read'], created: '2026-03-10T12:00:01Z' },
};

export const GATEWAY_KEYS: PublishingKeys = publishingKeysSchema.parse({
  keys: [
    {
      ...{ id: 'pipeline', owner: 'contoso', kind: 'hmac', scopes: ['push-new'], ids: ['*'] },
      ...{ created: '2026-01-01T00:00:00Z', expires: '2026-12-31T00:00:00Z' },
    },
    ...NAMES.map((id) => ({
      ...{ id, owner: 'contoso', kind: 'bearer', ids: ['Contoso.*'] },
      ...{ created: '2026-01-01T00:00:00Z', expires: '2026-12-31T00:00:00Z' },
      sha256: createHash('sha256').update(KEY_TEXTS[id]).digest('hex'),
      ...FIELDS[id],
    })),
  ],
});
