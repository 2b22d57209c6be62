/** The addresses that a build names against the one at which it will be served. */
import type { Finding } from '../../domain/finding.ts';
import { findingOf } from '../../domain/rule.ts';
import { addressesElsewhere, type ServiceResource } from '../../read/service-index.ts';
import { deploySiteUrl } from '../../rules/deploy-site-url.ts';

/**
 * @param built  the address that the list of versions names, with its trailing slash
 * @param expected  where the build will be served, with its trailing slash
 * @param file  the service index, as the user would name it
 */
export function checkAddresses(
  resources: readonly ServiceResource[],
  { built, expected }: { readonly built: string; readonly expected: string },
  file: string,
): readonly Finding[] {
  const found = isSame(built, expected) ? addressesElsewhere(resources, built)[0] : built;
  return found === undefined ? [] : [findingOf(deploySiteUrl, { file }, { found, expected })];
}

/** Hosts are the same in any case. */
function isSame(one: string, other: string): boolean {
  return new URL(one).href === new URL(other).href;
}
