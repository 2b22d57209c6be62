/** The query of V3's search and autocomplete. Names and booleans are read in any case: PowerShell's clients write `False`. */
import { understandsSemVer2 } from '../../domain/semver-level.ts';

export interface V3Options {
  /** Undefined when it is not there. */
  readonly q: string | undefined;
  /** Autocomplete of the versions of a package. */
  readonly id: string | undefined;
  readonly skip: number;
  readonly take: number;
  readonly isPrereleaseWanted: boolean;
  readonly isSemVer2Wanted: boolean;
  readonly packageType: string | undefined;
}

const DEFAULT_TAKE = 20;
/** More is given on the next page. */
const MAX_TAKE = 1_000;

/** Whatever cannot be read counts as not given: that is what V3's own services do. */
export function readV3Options(params: URLSearchParams): V3Options {
  const given = new Map([...params].map(([name, value]) => [name.toLowerCase(), value]));
  const text = (name: string) => {
    const value = given.get(name)?.trim();
    return value === '' ? undefined : value;
  };
  return {
    q: text('q'),
    id: text('id'),
    skip: wholeNumber(text('skip'), 0),
    take: Math.min(wholeNumber(text('take'), DEFAULT_TAKE), MAX_TAKE),
    isPrereleaseWanted: text('prerelease')?.toLowerCase() === 'true',
    isSemVer2Wanted: understandsSemVer2(text('semverlevel')),
    packageType: text('packagetype'),
  };
}

function wholeNumber(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : otherwise;
}
