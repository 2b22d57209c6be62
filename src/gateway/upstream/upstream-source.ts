/** Another gallery, as it is given on the command line: the address of a V2 source, or of a V3 service index. */
import { fail, ok, type Result } from '../../domain/result.ts';

export interface UpstreamSource {
  readonly kind: 'v2' | 'v3';
  /** Without a slash at its end: `https://www.powershellgallery.com/api/v2`, `https://api.nuget.org/v3/index.json`. */
  readonly url: string;
  /** What is asked of this source never leads to another one. */
  readonly origin: string;
}

/** Fails with a sentence. */
export function parseUpstreamSource(text: string): Result<UpstreamSource, string> {
  if (!URL.canParse(text))
    return fail(`${text} is no address; https://host/api/v2 is expected, or https://host/v3/index.json.`);
  const url = new URL(text);
  const { origin, pathname, username, password, search, hash } = url;
  if (username !== '' || password !== '')
    return fail('The address of another gallery must hold no name and no password.');
  if (!isSafe(url))
    return fail(
      `${text} is not an https:// address, and what is read over any other can be changed on its way.`,
    );
  if (search !== '' || hash !== '')
    return fail(`${text} has a query or a fragment, which no source of packages has.`);
  const path = pathname.replace(/\/+$/, '');
  const kind = path.endsWith('.json') ? 'v3' : 'v2';
  return ok({ kind, url: origin + path, origin });
}

/** Nobody stands between a machine and itself; tests ask such sources. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}
