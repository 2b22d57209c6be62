/** A V3 service index, as any server may send it → the addresses in it, by their types. */
import { z } from 'zod';
import { fail, ok, type Result } from '../domain/result.ts';

const serviceIndexSchema = z.object({
  version: z.string(),
  resources: z.array(z.object({ '@id': z.string(), '@type': z.string() })).min(1),
});

export type ServiceResource = z.output<typeof serviceIndexSchema>['resources'][number];

export function parseServiceIndex(text: string): Result<readonly ServiceResource[], string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('no JSON');
  }
  const parsed = serviceIndexSchema.safeParse(value);
  return parsed.success ? ok(parsed.data.resources) : fail('other JSON');
}

/** The address of a resource by its type, e.g. `PackageBaseAddress/3.0.0`. */
export function resourceOf(resources: readonly ServiceResource[], type: string): string | undefined {
  return resources.find((item) => item['@type'] === type)?.['@id'];
}

/**
 * Addresses that do not lie below the site, GitHub's form for reports apart.
 * @param siteUrl  with its trailing slash
 */
export function addressesElsewhere(
  resources: readonly ServiceResource[],
  siteUrl: string,
): readonly string[] {
  return resources
    .filter((item) => !item['@type'].startsWith('ReportAbuseUriTemplate'))
    .map((item) => item['@id'])
    .filter((address) => !address.startsWith(siteUrl));
}
