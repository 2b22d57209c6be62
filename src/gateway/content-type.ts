/**
 * The content types that GitHub Pages gives to files, by their extensions, and which of them it compresses.
 * A client that reads our feed there must live with these, so our own static host sends the same.
 */
const OCTET_STREAM = 'application/octet-stream';

const TYPES: Readonly<Record<string, string>> = {
  atom: 'application/atom+xml',
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/vnd.microsoft.icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'application/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  mjs: 'application/javascript; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xml: 'application/xml',
  yaml: 'text/yaml; charset=utf-8',
  yml: 'text/yaml; charset=utf-8',
  zip: 'application/zip',
};

/** @param path  a file's path or name; `Search()` and `Contoso.1.0.0.nupkg` are both application/octet-stream */
export function contentTypeOf(path: string): string {
  const extension = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined || !Object.hasOwn(TYPES, extension)) return OCTET_STREAM;
  return TYPES[extension] ?? OCTET_STREAM;
}

/** Whether a host sends this type with gzip to a client that accepts it. */
export function isCompressedType(contentType: string): boolean {
  return /^text\/|^application\/(?:javascript|json|xml|wasm|atom\+xml|manifest\+json)|^image\/svg\+xml/.test(
    contentType,
  );
}
