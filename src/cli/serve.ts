/** `pwshelf serve`: a built gallery over HTTP, through the gateway or as a static host serves it. */
import { existsSync } from 'node:fs';
import { GalleryError } from '../domain/gallery-error.ts';
import { GATEWAY_OPTIONS, PUSH_ABOUT } from './gateway-options.ts';
import { serveGateway } from './serve-gateway.ts';
import { serveStatic } from './serve-static.ts';
import { DEFAULT_PORT } from './served-address.ts';
import {
  CACHE_OPTION,
  DIST_OPTION,
  INDEX_OPTION,
  NO_CACHE_OPTION,
  UsageError,
  type Verb,
  type VerbArguments,
  type VerbOption,
} from './verb.ts';

export const SERVE_OPTIONS: Readonly<Record<string, VerbOption>> = {
  port: { value: 'N', help: `the port (default: ${DEFAULT_PORT}; 0 for any that is free)` },
  host: { value: 'ADDRESS', help: 'the address to listen on (default: 127.0.0.1, this machine only)' },
  log: {
    value: '[text|json]',
    help: 'tell every request: a line on stderr, or JSON on stdout',
    choices: ['text', 'json'],
  },
};

export const serveVerb: Verb = {
  name: 'serve',
  summary: 'serve a built gallery over HTTP',
  operands: '',
  operandCount: { min: 0, max: 0 },
  about: [
    'Serves what build wrote through the gateway, which answers the queries of clients. The addresses inside the feeds are\n' +
      'those of the build: build with the --site-url under which it is served.',
    PUSH_ABOUT,
    'With --static it behaves as GitHub Pages does: queries are ignored, paths are case-sensitive, X.html also answers\n' +
      'X. What works then works when it is deployed.',
  ],
  options: {
    dir: DIST_OPTION,
    static: { help: 'as a static host does' },
    base: { value: '/PATH/', help: 'the path under which the site lives (default: /)' },
    ...SERVE_OPTIONS,
    ...GATEWAY_OPTIONS,
    index: { ...INDEX_OPTION, help: `with --push or --private: ${INDEX_OPTION.help}` },
    cache: CACHE_OPTION,
    'no-cache': NO_CACHE_OPTION,
  },
  examples: [
    ['pwshelf serve', 'dist/ on http://127.0.0.1:8080/'],
    ['pwshelf serve --port 0 --log', 'on any free port, telling each request'],
    ['pwshelf serve --push', 'and take packages'],
    [
      'pwshelf serve --push remote --private --index ../gallery/packages-index --dir ../gallery/dist',
      'for those who have a key; what is pushed goes on to the origin of the clone',
    ],
    ['pwshelf serve --static --base /gallery/', 'as a project site: http://127.0.0.1:8080/gallery/'],
    [
      'pwshelf serve --host 0.0.0.0 --port 8443 --tls-cert gallery.crt --tls-key gallery.key',
      'for others, over TLS',
    ],
  ],
  run: async (args, terminal) => {
    const place = { dir: args.text('dir') ?? 'dist', base: baseOf(args), isJustBuilt: false };
    refuseAbsentFolder(place.dir);
    if (!args.isSet('static')) await serveGateway(args, terminal, place);
    else {
      refuseForStatic(args);
      await serveStatic(args, terminal, place);
    }
    return 0;
  },
};

function refuseAbsentFolder(dir: string): void {
  if (existsSync(dir)) return;
  throw new GalleryError(
    'DIR_ABSENT',
    `There is no folder ${dir}.`,
    'Run `pwshelf build` first, or name the folder with --dir.',
  );
}

function baseOf(args: VerbArguments): string {
  const base = args.text('base') ?? '/';
  if (/^\/(?:[A-Za-z0-9._~-]+\/)*$/.test(base)) return base;
  throw new UsageError(`--base ${base} needs a slash at both ends, e.g. /gallery/.`);
}

function refuseForStatic(args: VerbArguments): void {
  const found = Object.keys(GATEWAY_OPTIONS).filter(
    (name) => args.isSet(name) || args.text(name) !== undefined,
  );
  if (args.text('log') === 'json') found.push('log json');
  if (found.length > 0)
    throw new UsageError(
      `A static host knows no ${found.map((name) => `--${name}`).join(', ')}: leave out --static.`,
    );
}
