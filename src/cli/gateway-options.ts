/** The options of the gateway, for `serve` and for `start`. */
import type { VerbOption } from './verb.ts';

/** The first is what `--push` alone means. */
export const PUSH_MODES = ['clone', 'remote', 'github-commit', 'github-pull-request'] as const;

/** A paragraph of the help. */
export const PUSH_ABOUT =
  'With --push packages that clients push with a key (`pwshelf keys new --kind bearer`) become commits: in the clone where\n' +
  'the index lies (clone), pushed on to its origin as well (remote), or made by GitHub in its branch (github-commit) or in a\n' +
  'pull request (github-pull-request), with GITHUB_TOKEN.';

export const GATEWAY_OPTIONS: Readonly<Record<string, VerbOption>> = {
  push: {
    value: '[MODE]',
    help: 'take packages that are pushed with a key: clone (default), remote, github-commit or github-pull-request',
    choices: PUSH_MODES,
  },
  private: { help: 'let only those read who have a key of scope read, or a line of PWSHELF_READERS' },
  upstream: {
    value: 'URL',
    help: 'send clients there for names that are not here: a V2 source, or a V3 index.json; may be repeated',
    isMultiple: true,
  },
  'upstream-take': {
    value: 'LIST',
    help: 'take these ids in from there instead, through the gate; patterns, with commas; needs --push',
  },
  'upstream-owner': { value: 'LOGIN', help: 'who owns here what is taken in' },
  'tls-cert': { value: 'FILE', help: 'serve over TLS with this certificate (PEM); SIGHUP reads it again' },
  'tls-key': { value: 'FILE', help: 'its private key (PEM)' },
  'trust-proxy': { help: 'believe X-Forwarded-*: a proxy before this server sets them itself' },
};
