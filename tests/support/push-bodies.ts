/**
 * A package on its way to a server, byte for byte as the clients send it: recorded from dotnet 10 (NuGet 7.9), nuget 5.8 and
 * Debian's nuget 2.8.7. Publish-Module runs one of these programs, and Publish-PSResource has NuGet's library in it.
 */
export type PushClient = 'dotnet' | 'nuget-5' | 'nuget-2' | 'psresourceget' | 'curl';

export interface PushOptions {
  /** Without one no header is sent. */
  readonly apiKey?: string;
  /** What stands between the parts; it must not occur in the package. */
  readonly boundary?: string;
}

/** @returns method, headers and body; chunked transfer and the version of HTTP are left to whoever sends it */
export function pushRequest(client: PushClient, packageBytes: Uint8Array, options: PushOptions = {}) {
  const { apiKey } = options;
  const boundary = options.boundary ?? BOUNDARIES[client];
  const quoted = isOfHttpClient(client) ? `"${boundary}"` : boundary;
  return {
    method: 'PUT',
    headers: {
      ...(apiKey !== undefined && { 'X-NuGet-ApiKey': apiKey }),
      ...HEADERS[client],
      'Content-Type': `multipart/form-data; boundary=${quoted}`,
    },
    body: pushBody(client, packageBytes, boundary),
  } satisfies RequestInit;
}

/** nuget delete and dotnet nuget delete; the version goes as it was typed. */
export function deleteRequest(client: Exclude<PushClient, 'psresourceget'>, apiKey: string) {
  return {
    method: 'DELETE',
    headers: {
      'X-NuGet-ApiKey': apiKey,
      ...HEADERS[client],
      ...(client === 'nuget-2' && { 'Content-Type': 'text/html' }),
    },
  } satisfies RequestInit;
}

export function pushBody(client: PushClient, packageBytes: Uint8Array, boundary: string) {
  const { head, tail } = PARTS[client];
  const text = (lines: string) => new TextEncoder().encode(lines.replaceAll('BOUNDARY', boundary));
  const parts = [text(head), packageBytes, text(tail)];
  const body = new Uint8Array(parts.reduce((sizeBytes, part) => sizeBytes + part.length, 0));
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return body;
}

function isOfHttpClient(client: PushClient): boolean {
  return client === 'dotnet' || client === 'nuget-5' || client === 'psresourceget';
}

const GUID = '3d495da4-13ae-4ca3-9c79-bb72c5c94db3';

const BOUNDARIES: Readonly<Record<PushClient, string>> = {
  dotnet: GUID,
  'nuget-5': GUID,
  psresourceget: GUID,
  'nuget-2': '---------------------------8df4b0f670c401e',
  curl: '------------------------9a1f5e0c7d3b2846',
};

/** .NET's MultipartFormDataContent: the type before the disposition, and names without quotes. */
const HTTP_CLIENT = {
  head: "--BOUNDARY\r\nContent-Type: application/octet-stream\r\nContent-Disposition: form-data; name=package; filename=package.nupkg; filename*=utf-8''package.nupkg\r\n\r\n",
  tail: '\r\n--BOUNDARY--\r\n',
};

const PARTS: Readonly<Record<PushClient, { readonly head: string; readonly tail: string }>> = {
  dotnet: HTTP_CLIENT,
  'nuget-5': HTTP_CLIENT,
  psresourceget: HTTP_CLIENT,
  'nuget-2': {
    head: '--BOUNDARY\r\nContent-Disposition: form-data; name="package"; filename="package"\r\nContent-Type: application/octet-stream\r\n\r\n',
    // Under mono the last line ends as lines do on that system, and nothing follows the delimiter.
    tail: '\n--BOUNDARY--',
  },
  curl: {
    head: '--BOUNDARY\r\nContent-Disposition: form-data; name="package"; filename="package.nupkg"\r\nContent-Type: application/octet-stream\r\n\r\n',
    tail: '\r\n--BOUNDARY--\r\n',
  },
};

const NUGET_HEADERS = {
  'X-NuGet-Session-Id': '62e754a4-1960-4494-a0e9-88e5d151d381',
  'Accept-Encoding': 'gzip, deflate',
};

const HEADERS: Readonly<Record<PushClient, Readonly<Record<string, string>>>> = {
  dotnet: {
    ...NUGET_HEADERS,
    'User-Agent': 'NuGet xplat/7.9.0 (LINUX)',
    'X-NuGet-Client-Version': '7.9.0',
  },
  'nuget-5': {
    ...NUGET_HEADERS,
    'User-Agent': 'NuGet Command Line/5.8.0 (Unix 6.18.44.657)',
    'X-NuGet-Client-Version': '5.8.0',
  },
  psresourceget: { ...NUGET_HEADERS, 'X-NuGet-Client-Version': '6.14.0' },
  'nuget-2': { 'User-Agent': 'NuGet Command Line/2.8.7.0 (Unix 6.18.44.657)' },
  curl: { 'User-Agent': 'curl/8.14.1', Accept: '*/*' },
};
