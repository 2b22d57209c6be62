/**
 * Changes of the text of keys.yaml. It is written by people as well, with comments that say why somebody may publish; so
 * what is there stays, and only the key that is asked for changes.
 */
import { isSeq, parseDocument, stringify } from 'yaml';
import type { PublishingKey } from '../../domain/publishing-keys.ts';

/** The line by which editors find the schema. */
const SCHEMA_LINE = '# yaml-language-server: $schema=./schemas/keys.schema.json\n';
const FORMAT = { lineWidth: 0 } as const;

/** @param text  undefined when there is no file yet */
export function withKey(text: string | undefined, key: PublishingKey): string {
  const value = keyValue(key);
  if (text === undefined) return SCHEMA_LINE + stringify({ keys: [value] }, FORMAT);
  const document = parseDocument(text);
  const keys = document.get('keys');
  if (isSeq(keys)) {
    // `keys: []` is written in one line.
    keys.flow = false;
    keys.add(document.createNode(value));
  } else document.set('keys', document.createNode([value]));
  return document.toString(FORMAT);
}

/** The text with other times for one key, which must be in it. */
export function withTimes(
  text: string,
  id: string,
  times: Partial<Pick<PublishingKey, 'expires' | 'revoked'>>,
): string {
  const document = parseDocument(text);
  const { keys } = document.toJS() as { readonly keys: readonly { readonly id: string }[] };
  const at = keys.findIndex((key) => key.id === id);
  for (const [name, time] of Object.entries(times)) document.setIn(['keys', at, name], time);
  return document.toString(FORMAT);
}

function keyValue(key: PublishingKey): object {
  const { id, owner, kind, scopes, ids, created, expires, revoked } = key;
  return {
    id,
    owner,
    kind,
    ...(key.kind === 'ed25519' && { publicKey: key.publicKey }),
    ...(key.kind === 'bearer' && { sha256: key.sha256 }),
    scopes: [...scopes],
    ids: [...ids],
    created,
    expires,
    ...(revoked !== undefined && { revoked }),
  };
}
