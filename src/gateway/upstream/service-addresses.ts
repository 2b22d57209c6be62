/**
 * Where another V3 gallery has its resources, by its service index. Asked once an hour, by one request however many wait; when
 * it cannot be had, that is remembered for a minute.
 */
import { parseServiceIndex, resourceOf, type ServiceResource } from '../../read/service-index.ts';
import type { LogUpstream } from './upstream-event.ts';
import { answerText, type FetchUpstream, tooLong } from './upstream-fetch.ts';
import type { UpstreamSource } from './upstream-source.ts';

/** Each ends in `/`, on the host of the service index; undefined where there is none. */
export interface V3Addresses {
  readonly flatContainer: string | undefined;
  /** Registrations as NuGet's own clients read them, of all versions. */
  readonly registration: string | undefined;
  /** Registrations as PSResourceGet reads them. */
  readonly registrationExact: string | undefined;
}

export type ServiceAddresses = (source: UpstreamSource) => Promise<V3Addresses | undefined>;

const KEPT_MS = 3_600_000;
const FAILED_MS = 60_000;
const BOUNDS = { maxBytes: 1024 * 1024, timeoutMs: 10_000 };

/** 3.6.0 is the one with versions of SemVer 2, which the others lack; each client of the two knows the first of its list. */
const OF_NUGET = ['Versioned', '3.6.0', '3.4.0', '3.0.0-rc', '3.0.0-beta'];
const OF_PSRESOURCEGET = ['3.6.0', '3.4.0', '3.0.0-rc', '3.0.0-beta'];

interface Kept {
  readonly untilMs: number;
  readonly addresses: V3Addresses | undefined;
}

export function openServiceAddresses(
  fetch: FetchUpstream,
  now: () => number,
  log: LogUpstream,
): ServiceAddresses {
  const kept = new Map<string, Kept>();
  const flights = new Map<string, Promise<V3Addresses | undefined>>();
  const ask = async (source: UpstreamSource): Promise<V3Addresses | undefined> => {
    const found = await readAddresses(fetch, source);
    const addresses = typeof found === 'string' ? undefined : found;
    if (typeof found === 'string') {
      log({
        what: 'failed',
        id: undefined,
        version: undefined,
        upstream: source.url,
        detail: found,
        findings: [],
      });
    }
    kept.set(source.url, { addresses, untilMs: now() + (addresses ? KEPT_MS : FAILED_MS) });
    return addresses;
  };
  return (source) => {
    const known = kept.get(source.url);
    if (known && now() < known.untilMs) return Promise.resolve(known.addresses);
    const running = flights.get(source.url);
    if (running) return running;
    const flight = ask(source).finally(() => flights.delete(source.url));
    flights.set(source.url, flight);
    return flight;
  };
}

/** @returns a clause when there are none */
async function readAddresses(
  fetch: FetchUpstream,
  { url, origin }: UpstreamSource,
): Promise<V3Addresses | string> {
  const answer = await fetch(url, BOUNDS);
  if (answer.kind === 'none') return `the service index was not to be had: ${answer.problem}`;
  if (answer.status !== 200) return `the service index was answered with ${answer.status}`;
  const text = await answerText(answer.body, BOUNDS.maxBytes);
  if (text === undefined) return `the service index was not read: ${tooLong(BOUNDS.maxBytes)}`;
  const resources = parseServiceIndex(text);
  if (!resources.ok) return `the service index is ${resources.problem}`;
  const at = (types: readonly string[]) => addressOf(resources.value, types, origin);
  const registrations = (versions: readonly string[]) =>
    at([...versions.map((version) => `RegistrationsBaseUrl/${version}`), 'RegistrationsBaseUrl']);
  return {
    flatContainer: at(['PackageBaseAddress/3.0.0']),
    registration: registrations(OF_NUGET),
    registrationExact: registrations(OF_PSRESOURCEGET),
  };
}

/** Only what lies on the host that the operator named: a service index must not send clients on to anybody else. */
function addressOf(
  resources: readonly ServiceResource[],
  types: readonly string[],
  origin: string,
): string | undefined {
  for (const type of types) {
    const address = resourceOf(resources, type);
    if (address === undefined || !URL.canParse(address)) continue;
    const { origin: found, pathname, search, hash, username, password } = new URL(address);
    if (found !== origin || search !== '' || hash !== '' || username !== '' || password !== '') continue;
    return `${found}${pathname.replace(/\/$/, '')}/`;
  }
  return undefined;
}
