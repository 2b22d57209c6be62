/** Speaks to a server byte by byte, for what no HTTP client would send. */
import { connect, type Socket } from 'node:net';

export interface RawClient {
  readonly socket: Socket;
  readonly send: (bytes: string | Uint8Array) => void;
  /** All that came so far. */
  readonly received: () => string;
  /** All that came, when the server has closed the connection. */
  readonly closed: Promise<string>;
}

export function rawClient(port: number): RawClient {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  const received = () => Buffer.concat(chunks).toString('latin1');
  const closed = new Promise<string>((resolve) => {
    socket.on('data', (chunk) => chunks.push(chunk));
    // A connection that was reset is closed too.
    socket.on('error', () => {});
    socket.on('close', () => resolve(received()));
  });
  return { socket, send: (bytes) => void socket.write(bytes), received, closed };
}

/** Sends all at once and gives what the server says until it closes. */
export async function rawExchange(port: number, bytes: string | Uint8Array): Promise<string> {
  const client = rawClient(port);
  client.send(bytes);
  return client.closed;
}
