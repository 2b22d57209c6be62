/** Requests that push, for tests of how their bodies are read. */
import { type PushClient, pushRequest } from './push-bodies.ts';

export interface PushBody {
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Whether the client says beforehand how long it is. */
  readonly hasLength: boolean;
}

/** Bytes as a package has them: with boundaries that are none, and line breaks of every kind, but at the end. */
export const PACKAGE: Uint8Array = Buffer.concat([
  Buffer.from('PK\x03\x04', 'latin1'),
  Buffer.from('a: b\r\n\r\n--\r\n--f6086fcd\n\r\r\n--', 'latin1'),
  Buffer.from([0, 255, 13, 10, 45, 45, 10, 10, 13]),
  Buffer.from('PK\x05\x06\0\0\0\0', 'latin1'),
]);

function recorded(client: PushClient, bytes: Uint8Array, hasLength: boolean): PushBody {
  const { headers, body } = pushRequest(client, bytes);
  return { contentType: headers['Content-Type'], bytes: body, hasLength };
}

/** nuget 2.8.7 of Debian, under Mono: the file ends with the line break of the system. */
export function byOldNuget(bytes: Uint8Array, lineBreak = '\n'): PushBody {
  const body = recorded('nuget-2', bytes, true);
  const delimiterAt = Buffer.from(body.bytes).lastIndexOf('\n--');
  const [file, delimiter] = [body.bytes.subarray(0, delimiterAt), body.bytes.subarray(delimiterAt + 1)];
  return { ...body, bytes: Buffer.concat([file, Buffer.from(lineBreak), delimiter]) };
}

/** dotnet 10, and so nuget 5 and later, Publish-Module by dotnet, and Publish-PSResource. */
export function byDotnet(bytes: Uint8Array): PushBody {
  return recorded('dotnet', bytes, false);
}

export function byCurl(bytes: Uint8Array): PushBody {
  return recorded('curl', bytes, true);
}

export function raw(bytes: Uint8Array): PushBody {
  return { contentType: 'application/octet-stream', bytes, hasLength: true };
}

export const CLIENTS: readonly (readonly [string, (bytes: Uint8Array) => PushBody])[] = [
  ['nuget 2.8 under Mono', byOldNuget],
  ['nuget 2.8 on Windows', (bytes) => byOldNuget(bytes, '\r\n')],
  ['dotnet', byDotnet],
  ['curl -F', byCurl],
  ['curl --data-binary', raw],
];

export function samplePush(
  { contentType, bytes, hasLength }: PushBody,
  headers: Readonly<Record<string, string>> = {},
  init: Omit<RequestInit, 'headers' | 'body'> = {},
): Request {
  return new Request('https://gallery.example/api/v2/package/', {
    method: 'PUT',
    body: streamOf([bytes]),
    duplex: 'half',
    ...init,
    headers: {
      'content-type': contentType,
      ...(hasLength && { 'content-length': String(bytes.length) }),
      ...headers,
    },
  } as RequestInit);
}

export function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const left = chunks[Symbol.iterator]();
  return new ReadableStream({
    pull: (controller) => {
      const next = left.next();
      if (next.done) controller.close();
      else controller.enqueue(Uint8Array.from(next.value));
    },
  });
}
