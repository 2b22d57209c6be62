/** `pwshelf serve --static`: as the static host will serve it, for trying out what was built. */

import { createStaticHost } from '../gateway/node/static-host.ts';
import { formatRequest } from '../gateway/request-log.ts';
import { addressLines, hostOf, listenError, portOf, servedUrl, writeNuGetConfig } from './served-address.ts';
import type { Terminal } from './terminal.ts';
import type { VerbArguments } from './verb.ts';

/** Serves until the process is told to stop (Ctrl+C or SIGTERM). */
export async function serveStatic(
  args: VerbArguments,
  terminal: Terminal,
  { dir, base }: { readonly dir: string; readonly base: string },
): Promise<void> {
  const host = hostOf(args);
  const port = portOf(args);
  const isLogged = args.text('log') !== undefined;
  const server = createStaticHost({
    root: dir,
    base,
    ...(isLogged && { log: (entry) => terminal.say(formatRequest(entry)) }),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const url = servedUrl('http', host, typeof address === 'object' && address ? address.port : port, base);
  const ways = {
    isGateway: false,
    nuGetConfig: writeNuGetConfig(args, url),
    takesPushes: false,
    isPrivate: false,
    siteUrl: undefined,
  };
  for (const line of addressLines(url, ways)) terminal.say(line);
  await new Promise<void>((resolve) => {
    const stop = () => {
      server.close(() => resolve());
      server.closeAllConnections();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
