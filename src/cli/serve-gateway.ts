/** `pwshelf serve`: a built gallery through the gateway, until the process is told to stop. */
import { randomUUID } from 'node:crypto';
import { createGateway } from '../gateway/gateway.ts';
import { withoutKeys } from '../gateway/logged-target.ts';
import { type RunningServer, startServer } from '../gateway/node/server.ts';
import { readTlsFiles } from '../gateway/node/tls-files.ts';
import type { GatewayLogEntry } from '../gateway/request-log.ts';
import { formatRequest, formatRequestJson } from '../gateway/request-log.ts';
import { printable } from '../report/printable.ts';
import { type GatewayPlace, prepareGateway } from './gateway-parts.ts';
import { addressLines, hostOf, listenError, portOf, servedUrl, writeNuGetConfig } from './served-address.ts';
import type { Terminal } from './terminal.ts';
import { UsageError, type VerbArguments } from './verb.ts';

/** Serves until the process is told to stop (Ctrl+C or SIGTERM); told again, it stops at once. */
export async function serveGateway(
  args: VerbArguments,
  terminal: Terminal,
  place: GatewayPlace,
): Promise<void> {
  const [host, port, tls] = [hostOf(args), portOf(args), tlsFilesOf(args)];
  // Files that cannot be read are told of before a large gallery is loaded.
  if (tls) readTlsFiles(tls);
  const prepared = await prepareGateway(args, terminal, place, process.env);
  outliveLogReaders();
  let isStopping = false;
  const log = logOf(args, terminal);
  const gateway = createGateway({
    ...prepared.parts,
    isReady: () =>
      isStopping ? { ready: false, state: 'stopping' } : { ready: prepared.isLoaded(), state: 'starting' },
    now: Date.now,
    newRequestId: randomUUID,
    reportFailure: (error, requestId) => terminal.say(failureLine(`request ${requestId}`, error)),
    ...(log && { log }),
  });
  const trustsProxy = args.isSet('trust-proxy');
  const server = await startServer(gateway, {
    host,
    port,
    trustsProxy,
    reportFailure: (error) => terminal.say(failureLine('an answer', error)),
    reportCrowd: (address, connections) => terminal.say(crowdLine(address, connections)),
    ...(tls && { tls }),
  }).catch((error: unknown) => {
    throw listenError(error, host, port);
  });
  // Before anybody is told that it is there: a signal that nobody waits for would end it.
  if (tls) process.on('SIGHUP', () => renewTls(server, terminal));
  const url = servedUrl(tls ? 'https' : 'http', host, server.port, place.base);
  const ways = {
    isGateway: true,
    nuGetConfig: tls ? undefined : writeNuGetConfig(args, url),
    takesPushes: prepared.parts.push !== undefined,
    isPrivate: prepared.parts.isReader !== undefined,
    siteUrl: prepared.siteUrl,
  };
  for (const line of addressLines(url, ways)) terminal.say(line);
  await untilStopped(server, terminal, () => {
    isStopping = true;
  });
  await prepared.stop();
}

function tlsFilesOf(
  args: VerbArguments,
): { readonly certFile: string; readonly keyFile: string } | undefined {
  const [certFile, keyFile] = [args.text('tls-cert'), args.text('tls-key')];
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined)
    throw new UsageError('TLS needs both: --tls-cert FILE and --tls-key FILE.');
  return { certFile, keyFile };
}

function logOf(args: VerbArguments, terminal: Terminal): ((entry: GatewayLogEntry) => void) | undefined {
  switch (args.text('log')) {
    case 'json':
      return (entry) => terminal.out(`${formatRequestJson(entry)}\n`);
    case 'text':
      return (entry) => terminal.say(formatRequest(entry));
    default:
      return undefined;
  }
}

/** Collectors of logs are started anew now and then; the gallery stays, and with it the pushes under way. */
function outliveLogReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

function failureLine(what: string, error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return printable(withoutKeys(`pwshelf: ${what} failed: ${text}`));
}

function crowdLine(address: string, connections: number): string {
  return printable(
    `pwshelf: ${address} has ${connections} connections open, and gets no more; if it is a proxy, start with --trust-proxy.`,
  );
}

function renewTls(server: RunningServer, terminal: Terminal): void {
  try {
    server.reloadTls();
    terminal.say('pwshelf: certificate and key were read again.');
  } catch (error) {
    terminal.say(printable(`pwshelf: ${String(error)} The old ones stay in use.`));
  }
}

async function untilStopped(
  server: RunningServer,
  terminal: Terminal,
  onStopping: () => void,
): Promise<void> {
  const told = Promise.withResolvers<void>();
  const stop = () => told.resolve();
  const stopNow = () => server.stopNow();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await told.promise;
  onStopping();
  terminal.say('pwshelf: stopping when what goes on is finished; once more stops at once.');
  process.on('SIGINT', stopNow);
  process.on('SIGTERM', stopNow);
  await server.stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.off(signal, stopNow);
    process.off(signal, stop);
  }
}
