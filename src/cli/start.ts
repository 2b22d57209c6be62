/** `pwshelf start`: build, then serve what was built; what `npm start` does. */
import { buildVerb, runBuild } from './build.ts';
import { GATEWAY_OPTIONS, PUSH_ABOUT } from './gateway-options.ts';
import { SERVE_OPTIONS } from './serve.ts';
import { serveGateway } from './serve-gateway.ts';
import { DEFAULT_PORT, hostOf, portOf, servedUrl } from './served-address.ts';
import { UsageError, type Verb } from './verb.ts';

const { 'site-url': _, json: __, ...BUILD_OPTIONS } = buildVerb.options;

/** It builds for the address at which it listens, so TLS and proxies are not for it. */
const { 'tls-cert': _cert, 'tls-key': _key, 'trust-proxy': _proxy, ...START_OPTIONS } = GATEWAY_OPTIONS;

export const startVerb: Verb = {
  name: 'start',
  summary: 'build the gallery and serve it on this machine',
  operands: '',
  operandCount: { min: 0, max: 0 },
  about: [
    'Builds the index for the address at which it then serves it, so that every client on this machine can use it.\n' +
      'It answers queries as the gateway does. Stop it with Ctrl+C.',
    PUSH_ABOUT,
  ],
  options: { ...BUILD_OPTIONS, ...SERVE_OPTIONS, ...START_OPTIONS },
  examples: [
    ['pwshelf start', `packages-index/ on http://127.0.0.1:${DEFAULT_PORT}/`],
    ['pwshelf start --index ../gallery/packages-index --port 9000', 'another index, another port'],
  ],
  run: async (args, terminal) => {
    const port = portOf(args);
    if (port === 0)
      throw new UsageError('start needs a port of its own, since the feeds name it: --port 1 to 65535.');
    const outDir = args.text('out') ?? 'dist';
    const siteUrl = servedUrl('http', hostOf(args), port, '/');
    const outcome = await runBuild(args, terminal, outDir, siteUrl);
    if (outcome.kind === 'refused') return 1;
    await serveGateway(args, terminal, { dir: outDir, base: '/', isJustBuilt: true });
    return 0;
  },
};
