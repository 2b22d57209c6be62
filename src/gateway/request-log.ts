/** One answered request, and the line that a server prints of it. */
import { printableLine } from '../report/printable.ts';

export interface RequestLogEntry {
  readonly method: string;
  /** With base and query, undecoded. The static host tells it as it came, the gateway without secrets. */
  readonly target: string;
  readonly status: number;
  /** Over the wire: headers and the body after compression. */
  readonly sentBytes: number;
  readonly durationMs: number;
  readonly userAgent: string | undefined;
}

export interface GatewayLogEntry extends RequestLogEntry {
  /** When the request came, in milliseconds since 1970. */
  readonly atMs: number;
  readonly requestId: string;
  readonly address: string;
  /** The public name of the key that was used. */
  readonly keyId: string | undefined;
  /** False when the client left before the end. */
  readonly isWhole: boolean;
}

/** `200 GET /repo/v3/index.json 1234 bytes 3 ms "NuGet .NET Core MSBuild Task/7.0"` */
export function formatRequest(entry: RequestLogEntry): string {
  const line = `${entry.status} ${entry.method} ${entry.target} ${entry.sentBytes} bytes ${Math.round(entry.durationMs)} ms`;
  const agent = entry.userAgent === undefined ? '' : ` "${entry.userAgent}"`;
  // What a client sends must not move the cursor of the terminal which shows it.
  return printableLine(line + agent);
}

/** One line of JSON, as collectors of logs read it; what is not known is left out. */
export function formatRequestJson(entry: GatewayLogEntry): string {
  const line = JSON.stringify({
    time: new Date(entry.atMs).toISOString(),
    id: entry.requestId,
    method: entry.method,
    path: entry.target,
    status: entry.status,
    bytes: entry.sentBytes,
    ms: Math.round(entry.durationMs * 10) / 10,
    address: entry.address,
    ...(entry.keyId !== undefined && { key: entry.keyId }),
    ...(!entry.isWhole && { aborted: true }),
    ...(entry.userAgent !== undefined && { agent: entry.userAgent }),
  });
  // JSON leaves these as they are, and a terminal that follows the log takes some of them for commands.
  return line.replace(/[\u007f-\u009f]/g, (found) => `\\u00${found.charCodeAt(0).toString(16)}`);
}
