/** The files of the gallery as the platform of a worker gives them: by a fetch that knows paths alone. */
export interface AssetBinding {
  readonly fetch: (request: Request) => Promise<Response>;
}

/** The platform looks at the path alone, but an address it must be. */
const ORIGIN = 'https://assets.invalid/';

/**
 * @param path  below the root, decoded, without a leading slash
 * @returns undefined when the gallery has no such file; the caller reads the body or cancels it
 * @throws when the platform answers with what is neither a file nor its absence
 */
export async function fetchAsset(
  binding: AssetBinding,
  path: string,
  init: { readonly method?: 'GET' | 'HEAD'; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response | undefined> {
  // Empty and dotted segments would be another path to the platform, which answers those with redirects.
  if (path.split('/').some((segment) => segment === '' || segment === '.' || segment === '..'))
    return undefined;
  // Spelled as the platform spells it: any other spelling of the same path is answered with a redirect.
  const url = ORIGIN + path.split('/').map(encodeURIComponent).join('/');
  // Taken out of its object, the platform's fetch refuses to be called.
  const response = await binding.fetch(new Request(url, { ...init, redirect: 'manual' }));
  if (response.status === 200 || response.status === 304) return response;
  await response.body?.cancel();
  if (response.status === 404) return undefined;
  throw new Error(`the binding of the assets answered ${response.status} for ${path}`);
}
