/** Filters over packages: those of the clients by table, all others against an evaluation that is plain and slow. */

import { describe, expect, it } from 'vitest';
import type { V2PropertyName } from '../../../src/feed/v2/properties.ts';
import { compileFilter } from '../../../src/gateway/odata/evaluate-filter.ts';
import { parseFilter } from '../../../src/gateway/odata/parse-filter.ts';
import fc from '../../support/laws.ts';
import { filterTrees, samplePackages } from '../../support/odata-samples.ts';
import { evaluateTree, type SamplePackage, writeTree } from '../../support/odata-trees.ts';

const PACKAGES: Readonly<Record<string, SamplePackage>> = {
  az19: {
    Id: 'Az.Accounts',
    Version: '1.9',
    NormalizedVersion: '1.9.0',
    Title: 'Az.Accounts',
    Description: 'Signs in',
    Tags: 'Azure PSModule PSCommand_Get-AzContext',
    IsLatestVersion: false,
    IsAbsoluteLatestVersion: false,
    IsPrerelease: false,
    Published: '2023-01-15T08:00:00.000',
    DownloadCount: 10,
    GUID: 'AA22C8B4-7C0C-4A86-A5A1-6AA5B6E4C0D1',
  },
  az110: {
    Id: 'Az.Accounts',
    Version: '1.10.0',
    NormalizedVersion: '1.10.0',
    Title: 'Az.Accounts',
    Description: 'Signs in',
    Tags: 'Azure PSModule PSCommand_Get-AzContext PSCommand_Get-AzContextAll',
    IsLatestVersion: true,
    IsAbsoluteLatestVersion: false,
    IsPrerelease: false,
    Published: '2024-02-29T12:34:56.789',
    DownloadCount: 20,
  },
  azBeta: {
    Id: 'Az.Accounts',
    Version: '2.0.0-beta1',
    NormalizedVersion: '2.0.0-beta1',
    Title: 'Az.Accounts',
    Tags: 'Azure PSModule PSCommand_Get-AzContextAll',
    IsLatestVersion: false,
    IsAbsoluteLatestVersion: true,
    IsPrerelease: true,
    Published: '2024-06-01T00:00:00Z',
    DownloadCount: 0,
  },
  script: {
    Id: 'Get-Weather',
    Version: '1.0.0',
    NormalizedVersion: '1.0.0',
    Title: "Weather, it's fine",
    Description: 'Asks for the weather of Az',
    Tags: 'PSScript',
    IsLatestVersion: true,
    IsAbsoluteLatestVersion: true,
    IsPrerelease: false,
    Published: '1900-01-01T00:00:00',
    DownloadCount: 5,
  },
};

function found(filter: string): readonly string[] {
  const result = parseFilter(filter);
  if (!result.ok) throw new Error(result.problem.message);
  const holds = compileFilter(result.value);
  return Object.entries(PACKAGES)
    .filter(([, sample]) => holds((name: V2PropertyName) => sample[name] ?? null))
    .map(([key]) => key);
}

describe('PSResourceGet', () => {
  it.each([
    ['IsLatestVersion', 'az110 script'],
    ['IsAbsoluteLatestVersion eq true', 'azBeta script'],
    ["Id eq 'az.accounts' and IsLatestVersion eq true", 'az110'],
    ["Id eq 'Az.Accounts' and IsLatestVersion eq true and substringof('PSScript', Tags) eq false", 'az110'],
    ["Id eq 'Get-Weather' and IsLatestVersion eq true and substringof('PSScript', Tags) eq true", 'script'],
    ["Id eq 'Az.Accounts' and NormalizedVersion eq '1.9.0'", 'az19'],
    [
      "IsLatestVersion and substringof('PSModule', Tags) eq true and substringof('azure', Tags) eq true",
      'az110',
    ],
    ["IsLatestVersion eq true and startswith(Id, 'az')", 'az110'],
    ["IsLatestVersion and endswith(Id, 'WEATHER')", 'script'],
    ["IsAbsoluteLatestVersion and substringof('t-w', Id)", 'script'],
    ["IsAbsoluteLatestVersion and startswith(Id, 'az') and endswith(Id, 'accounts')", 'azBeta'],
    [
      "NormalizedVersion ge '1.9.0' and NormalizedVersion lt '2.0.0' and IsPrerelease eq false and Id eq 'Az.Accounts'",
      'az19 az110',
    ],
    [
      "NormalizedVersion gt '1.9.0' and NormalizedVersion le '2.0.09' and Id eq 'Az.Accounts'",
      'az110 azBeta',
    ],
  ])('finds by %s: %s', (filter, keys) => {
    expect(found(filter).join(' ')).toBe(keys);
  });
});

describe('nuget', () => {
  it.each([
    ["(tolower(Id) eq 'az.accounts') and IsLatestVersion", 'az110'],
    ["tolower(Id) eq 'az.accounts'", 'az19 az110 azBeta'],
    [
      "((((Id ne null) and substringof('weather',tolower(Id))) or ((Description ne null) and " +
        "substringof('weather',tolower(Description)))) or ((Tags ne null) and " +
        "substringof(' weather ',concat(concat(' ',tolower(Tags)),' '))))",
      'script',
    ],
    [
      "((((Id ne null) and substringof('azure',tolower(Id))) or ((Description ne null) and " +
        "substringof('azure',tolower(Description)))) or ((Tags ne null) and " +
        "substringof(' azure ',concat(concat(' ',tolower(Tags)),' ')))) and IsLatestVersion",
      'az110',
    ],
    [
      "(((tolower(Id) eq 'az.accounts') or (tolower(Id) eq 'get-weather')) and IsAbsoluteLatestVersion)",
      'azBeta script',
    ],
    ["Id eq 'Get-Weather' and Version eq '1.0'", 'script'],
    ["Published gt datetime'1901-01-01T00:00:00' and IsPrerelease eq false", 'az19 az110'],
    ["Published ge DateTime'2024-02-29T12:34:56.789Z'", 'az110 azBeta'],
    ["startswith(tolower(Id),'az') and not IsPrerelease", 'az19 az110'],
  ])('finds by %s: %s', (filter, keys) => {
    expect(found(filter).join(' ')).toBe(keys);
  });
});

describe('a filter', () => {
  it.each([
    // A tag is a whole tag.
    ["substringof('PSCommand_Get-AzContext', Tags)", 'az19 az110'],
    ["substringof('pscommand_get-azcontext', tolower(Tags))", 'az19 az110'],
    ["contains(Tags, 'PSCommand_Get-AzContextAll')", 'az110 azBeta'],
    ["substringof('PSCommand', Tags)", ''],
    ["substringof('', Tags)", 'az19 az110 azBeta script'],
    ["substringof('azure psmodule', Tags)", 'az19 az110 azBeta'],
    ["substringof('PSCommand', trim(Tags))", 'az19 az110 azBeta'],
    ["indexof(Tags, 'psc') gt 0", 'az19 az110 azBeta'],
    // Versions in NuGet's order, whatever they are spelled like.
    ["Version eq '1.9.0.0'", 'az19'],
    ["'1.10' eq Version", 'az110'],
    ["Version gt '1.9' and Version lt '2.0.0'", 'az110 azBeta'],
    ["Version eq 'none'", ''],
    ["Version ne 'none'", 'az19 az110 azBeta script'],
    ['Version lt Title', ''],
    ['Version eq null', ''],
    // Texts without case.
    ["Title eq 'WEATHER, IT''S FINE'", 'script'],
    ["Id lt 'AZ.B'", 'az19 az110 azBeta'],
    ["GUID eq guid'aa22c8b4-7c0c-4a86-a5a1-6aa5b6e4c0d1'", 'az19'],
    // Null.
    ['Description eq null', 'azBeta'],
    ["Description ne 'Signs in'", 'azBeta script'],
    ["substringof('weather', Description)", 'script'],
    ["not substringof('weather', Description)", 'az19 az110'],
    ["substringof('weather', Description) eq false", 'az19 az110'],
    ["substringof('weather', Description) eq null", 'azBeta'],
    ["not (Description gt 'A')", 'azBeta'],
    ['null eq null', 'az19 az110 azBeta script'],
    ['null ne null', ''],
    ['not null', ''],
    ['null or IsPrerelease', 'azBeta'],
    ['null and IsPrerelease', ''],
    ['not (null and IsPrerelease)', 'az19 az110 script'],
    ['DownloadCount ge null', ''],
    // Numbers, times and functions.
    ['DownloadCount gt 5L and DownloadCount le 20.0m', 'az19 az110'],
    ['DownloadCount gt -1 and DownloadCount lt 1e1', 'azBeta script'],
    ['year(Published) eq 2024 and month(Published) eq 2 and day(Published) eq 29', 'az110'],
    ['hour(Published) eq 12 and minute(Published) eq 34 and second(Published) eq 56', 'az110'],
    ["length(Id) eq 11 and indexof(Id,'accounts') eq 3", 'az19 az110 azBeta'],
    ["substring(Id, 4) eq 'weather' and substring(Id, 0, 3) eq 'get'", 'script'],
    ["concat(trim(' a '), toupper(Id)) eq 'aget-weather'", 'script'],
    ["replace(Id, 'GET-', '') eq 'weather'", 'script'],
    // Precedence: not, then order, then equality, then and, then or.
    ["IsPrerelease or IsLatestVersion and Id eq 'get-weather'", 'azBeta script'],
    ["(IsPrerelease or IsLatestVersion) and Id eq 'get-weather'", 'script'],
    ['not IsPrerelease eq true', 'az19 az110 script'],
    ['not (IsPrerelease or IsLatestVersion)', 'az19'],
    ['not not IsPrerelease', 'azBeta'],
    ['DownloadCount gt 5 eq IsPrerelease', 'script'],
  ])('%s finds: %s', (filter, keys) => {
    expect(found(filter).join(' ')).toBe(keys);
  });

  it('holds for the packages for which a plain evaluation of it holds', () => {
    fc.assert(
      fc.property(filterTrees, fc.array(samplePackages, { minLength: 4, maxLength: 4 }), (tree, samples) => {
        const result = parseFilter(writeTree(tree));
        if (!result.ok) throw new Error(result.problem.message);
        const holds = compileFilter(result.value);
        for (const sample of samples) {
          expect(holds((name) => sample[name] ?? null)).toBe(evaluateTree(tree, sample) === true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a value of another type than its property has for null', () => {
    const result = parseFilter(
      'IsPrerelease eq null and Id eq null and DownloadCount eq null and Published eq null',
    );
    expect(result.ok && compileFilter(result.value)((name) => (name === 'Id' ? 5 : 'x'))).toBe(true);
  });

  it('cannot be made to fill the memory', () => {
    const nested = Array.from({ length: 20 }).reduce<string>(
      (inner) => `replace(${inner},'a',Description)`,
      'Title',
    );
    const result = parseFilter(`${nested} eq null`);
    const text = 'a'.repeat(5_000);
    expect(result.ok && compileFilter(result.value)(() => text)).toBe(true);
  });
});
