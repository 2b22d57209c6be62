/** What the clients of NuGet put on the wire when they push, byte for byte as they were recorded. */

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

const DOTTED = '---------------------------8df4b10137f6e16';
const GUID = 'f6086fcd-b9c2-439e-a88c-4af2eac3de13';

function framed(head: string, bytes: Uint8Array, tail: string): Uint8Array {
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from(tail, 'latin1')]);
}

/** nuget 2.8.7 of Debian, under Mono: the file ends with the line break of the system. */
export function byOldNuget(bytes: Uint8Array, lineBreak = '\n'): PushBody {
  const head = `--${DOTTED}\r\nContent-Disposition: form-data; name="package"; filename="package"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${DOTTED}`,
    bytes: framed(head, bytes, `${lineBreak}--${DOTTED}--`),
    hasLength: true,
  };
}

/** dotnet 10, and so nuget 5 and later, Publish-Module by dotnet, and Publish-PSResource: MultipartFormDataContent of .NET. */
export function byDotnet(bytes: Uint8Array): PushBody {
  const head = `--${GUID}\r\nContent-Type: application/octet-stream\r\nContent-Disposition: form-data; name=package; filename=package.nupkg; filename*=utf-8''package.nupkg\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary="${GUID}"`,
    bytes: framed(head, bytes, `\r\n--${GUID}--\r\n`),
    hasLength: false,
  };
}

export function byCurl(bytes: Uint8Array): PushBody {
  const boundary = '------------------------d74496d66958873e';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="package"; filename="Contoso.Tools.1.0.0.nupkg"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: framed(head, bytes, `\r\n--${boundary}--\r\n`),
    hasLength: true,
  };
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

export function pushRequest(
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
