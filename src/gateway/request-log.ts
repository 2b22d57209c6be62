/** One answered request, and the line that a server prints of it. */
import { printableLine } from '../report/printable.ts';

export interface RequestLogEntry {
  readonly method: string;
  /** As it came: with base and query, undecoded. */
  readonly target: string;
  readonly status: number;
  /** Over the wire: headers and the body after compression. */
  readonly sentBytes: number;
  readonly durationMs: number;
  readonly userAgent: string | undefined;
}

/** `200 GET /repo/v3/index.json 1234 bytes 3 ms "NuGet .NET Core MSBuild Task/7.0"` */
export function formatRequest(entry: RequestLogEntry): string {
  const line = `${entry.status} ${entry.method} ${entry.target} ${entry.sentBytes} bytes ${Math.round(entry.durationMs)} ms`;
  const agent = entry.userAgent === undefined ? '' : ` "${entry.userAgent}"`;
  // What a client sends must not move the cursor of the terminal which shows it.
  return printableLine(line + agent);
}
