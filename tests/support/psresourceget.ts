/**
 * What PSResourceGet does with a static feed, as read in its source (PowerShell/PSResourceGet 3f0d2e5b): V3 through
 * the registrations in the order served, V2 by qualified names and without looking at the id that it is given.
 */
import {
  compareNuGetVersions,
  isPrerelease,
  type NuGetVersion,
  parseNuGetVersion,
} from '../../src/domain/nuget-version.ts';
import { parseVersionRange, satisfiesRange } from '../../src/domain/version-range.ts';
import type { StaticSite } from './static-site.ts';
import { allElements, parseXml } from './xml-elements.ts';

interface RegistrationItem {
  readonly catalogEntry: {
    readonly version: string;
    readonly listed?: boolean;
    readonly tags?: readonly string[];
  };
  readonly packageContent: string;
}

interface Registration {
  readonly items: readonly {
    readonly '@id': string;
    readonly upper?: string;
    readonly items?: readonly RegistrationItem[];
  }[];
}

const REGISTRATIONS = ['/3.6.0', '/3.4.0', '/3.0.0-rc', '/3.0.0-beta', ''].map(
  (version) => `RegistrationsBaseUrl${version}`,
);

/** The items of a package in the order in which the client walks them, or undefined when the host has none. */
export function registrationItems(
  site: StaticSite,
  index: string,
  name: string,
): readonly RegistrationItem[] | undefined {
  const { resources } = JSON.parse(site.text(index)) as {
    readonly resources: readonly { readonly '@id': string; readonly '@type': string }[];
  };
  const type = REGISTRATIONS.find((wanted) => resources.some((resource) => resource['@type'] === wanted));
  const base = resources.find((resource) => resource['@type'] === type)?.['@id'] ?? '';
  const url = `${base}${name.toLowerCase()}/index.json`;
  if (!site.get(url)) return undefined;
  const registration = JSON.parse(site.text(url)) as Registration;
  // A page that names its `upper` version makes the client reorder the items.
  if (registration.items.some((page) => page.upper)) throw new Error('the client would reorder these items');
  return registration.items.flatMap((page) => {
    if (page.items) return page.items;
    return (JSON.parse(site.text(page['@id'])) as { readonly items: readonly RegistrationItem[] }).items;
  });
}

/** Find-PSResource -Name X: the first listed version in the order served. */
export function findName(
  site: StaticSite,
  index: string,
  name: string,
  allowPrerelease = false,
): string | undefined {
  return listedVersions(site, index, name).find((version) => allowPrerelease || !isPrerelease(version))
    ?.normalized;
}

/** Find-PSResource -Name X -Version V, where V is a version or a range. */
export function findVersions(
  site: StaticSite,
  index: string,
  name: string,
  wanted: string,
): readonly string[] {
  const range = parseVersionRange(/^[[(]/.test(wanted) ? wanted : `[${wanted}]`);
  if (!range.ok) throw new Error(`${wanted} is not a range`);
  return listedVersions(site, index, name)
    .filter((version) => satisfiesRange(version, range.value))
    .map(({ normalized }) => normalized);
}

/** Install-PSResource once a version is found: the first address that contains the version's text. */
export function downloadUrl(
  site: StaticSite,
  index: string,
  name: string,
  version: string,
): string | undefined {
  const items = registrationItems(site, index, name) ?? [];
  return items.map((item) => item.packageContent).find((url) => url.includes(parsed(version).normalized));
}

/** What it makes of a V2 answer: the entries and counts that it finds by their qualified names. */
export function qualifiedV2Names(text: string): readonly string[] {
  return allElements(parseXml(text))
    .map(({ name }) => name)
    .filter((name) => name === 'entry' || name.startsWith('m:') || name.startsWith('d:'));
}

function listedVersions(site: StaticSite, index: string, name: string): readonly NuGetVersion[] {
  return (registrationItems(site, index, name) ?? [])
    .filter(({ catalogEntry }) => catalogEntry.listed !== false)
    .map(({ catalogEntry }) => parsed(catalogEntry.version));
}

function parsed(text: string): NuGetVersion {
  const version = parseNuGetVersion(text);
  if (!version.ok) throw new Error(`${text} is not a version`);
  return version.value;
}

/** Ascending, for comparison with what a client lists. */
export function inVersionOrder(versions: readonly string[]): readonly string[] {
  return versions.toSorted((a, b) => compareNuGetVersions(parsed(a), parsed(b)));
}
