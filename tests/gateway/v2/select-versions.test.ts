import { describe, expect, it } from 'vitest';
import { compileFilter } from '../../../src/gateway/odata/evaluate-filter.ts';
import { readQueryOptions } from '../../../src/gateway/odata/query-options.ts';
import { createScanTurns } from '../../../src/gateway/scan-turns.ts';
import { namesVersion } from '../../../src/gateway/v2/named-version.ts';
import { selectVersions } from '../../../src/gateway/v2/select-versions.ts';
import type { V2Operation } from '../../../src/gateway/v2/v2-path.ts';
import { catalogueOf } from '../../support/gateway-catalogue.ts';
import fc from '../../support/laws.ts';
import { makeGallery } from '../../support/make-gallery.ts';

const catalogue = catalogueOf(
  makeGallery([
    {
      id: 'Contoso.Net',
      versions: [
        { version: '0.9', listed: false },
        { version: '1.0', nuspec: { tags: ['net'], copyright: '(c) A' } },
        { version: '1.10.0', nuspec: { tags: ['net', 'networking'], copyright: '(c) B' } },
        '2.0.0-beta',
      ],
    },
    { id: 'Contoso.NetTools', versions: ['1.0.0', '3.0.0-alpha'] },
    { id: 'Fabrikam', versions: ['1.0.0', { version: '2.0.0', listed: false }] },
    { id: 'Invoke-It', kind: 'script', versions: ['1.0.0', '1.1.0'] },
  ]),
);

const atom = fc.constantFrom(
  'IsLatestVersion',
  'IsLatestVersion eq true',
  'IsLatestVersion eq false',
  'IsAbsoluteLatestVersion',
  'IsPrerelease eq false',
  "Id eq 'contoso.net'",
  "Id ne 'Fabrikam'",
  "tolower(Id) eq 'fabrikam'",
  "startswith(Id, 'Contoso')",
  "endswith(Id,'Tools')",
  "substringof('net', Id)",
  "substringof('net', Tags)",
  "NormalizedVersion ge '1.0.0'",
  "NormalizedVersion eq '1.0.0'",
  "Version lt '1.9'",
  "Copyright eq '(c) A'",
  'Copyright ne null',
  "ItemType eq 'Script'",
  "Created gt datetime'2026-01-01T12:00:00'",
  'PackageSize gt 5',
);

const filter = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    atom,
    fc
      .tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression'))
      .map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
    tie('expression').map((one) => `not (${one})`),
  ),
})).expression;

/** A clock that jumps ahead by so much at each look. */
const jumping = (stepMs: number) => {
  let nowMs = 0;
  return () => (nowMs += stepMs);
};

async function select(operation: V2Operation, query: Record<string, string>) {
  const options = readQueryOptions(new URLSearchParams(query));
  if (!options.ok) throw new Error(options.problem.message);
  const scan = createScanTurns(() => 0).begin();
  const found = await selectVersions(catalogue, { source: 'all', operation }, options.value, true, scan);
  if (!found.ok) throw new Error(found.problem.message);
  const names = found.value.page.map(({ owner, at }) => `${owner.id} ${owner.versions[at]}`);
  return { names, count: found.value.count, options: options.value };
}

/** Every version of the gallery, without any short cut. */
const ALL = catalogue.packages.flatMap((owner) =>
  owner.values().map((values, at) => ({ owner, at, values, name: `${owner.id} ${owner.versions[at]}` })),
);

describe('selectVersions', () => {
  it('gives of Packages() what a scan of every version gives', async () => {
    await fc.assert(
      fc.asyncProperty(filter, async (text) => {
        const { names, count, options } = await select('Packages', { $filter: text, $top: '6000' });
        const fits = compileFilter(options.filter ?? expect.fail('no filter'));
        const expected = ALL.filter(({ values }) => fits((name) => values[name])).map(({ name }) => name);
        expect(names).toEqual(expected);
        expect(count).toBe(expected.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives of Search() the same among what is listed, and stable unless prereleases are wanted', async () => {
    await fc.assert(
      fc.asyncProperty(filter, fc.boolean(), async (text, isPrereleaseWanted) => {
        const { names, options } = await select('Search', {
          $filter: text,
          $top: '100',
          includePrerelease: String(isPrereleaseWanted),
        });
        const fits = compileFilter(options.filter ?? expect.fail('no filter'));
        const isLatest = (values: (typeof ALL)[number]['values']) =>
          isPrereleaseWanted ? values.IsAbsoluteLatestVersion : values.IsLatestVersion;
        const expected = ALL.filter(({ owner, at }) => owner.isListed(at))
          .filter(({ values }) => isPrereleaseWanted || values.IsPrerelease === false)
          .filter(({ values }) =>
            fits((name) => (name === 'IsLatestVersion' ? isLatest(values) : values[name])),
          )
          .map(({ name }) => name);
        expect(names).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('gives of FindPackagesById() the same of one id, unlisted ones only when a version is named', async () => {
    await fc.assert(
      fc.asyncProperty(filter, fc.constantFrom('CONTOSO.NET', 'fabrikam', 'absent'), async (text, id) => {
        const { names, options } = await select('FindPackagesById', { id: `'${id}'`, $filter: text });
        const expression = options.filter ?? expect.fail('no filter');
        const fits = compileFilter(expression);
        const expected = ALL.filter(({ owner }) => owner.key === id.toLowerCase())
          .filter(({ owner, at }) => namesVersion(expression) || owner.isListed(at))
          .filter(({ values }) => fits((name) => values[name]))
          .map(({ name }) => name);
        expect(names).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('cuts pages out of the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(12),
        fc.nat(12),
        fc.constantFrom('', 'Version desc', 'Copyright,Id desc'),
        async (skip, top, order) => {
          const query = { semVerLevel: '2.0.0', ...(order !== '' && { $orderby: order }) };
          const whole = await select('Packages', { ...query, $top: '6000' });
          const page = await select('Packages', { ...query, $skip: String(skip), $top: String(top) });
          expect(page.names).toEqual(whole.names.slice(skip, skip + top));
          expect(page.count).toBe(whole.count);
        },
      ),
    );
  });

  it.each([
    [1, true],
    [16, true],
    [1_000, false],
  ])('answers within its time, and says so otherwise: %d ms a look', async (stepMs, isAnswered) => {
    const many = catalogueOf(makeGallery(Array.from({ length: 200 }, (_, at) => ({ id: `Many${at}` }))));
    const options = readQueryOptions(new URLSearchParams({ $filter: "Copyright eq 'x'" }));
    if (!options.ok) throw new Error(options.problem.message);
    const asked = { source: 'all', operation: 'Packages' } as const;
    const found = await selectVersions(
      many,
      asked,
      options.value,
      true,
      createScanTurns(jumping(stepMs)).begin(),
    );
    expect(found).toMatchObject(
      isAnswered
        ? { ok: true, value: { count: 0 } }
        : { ok: false, problem: { status: 400, message: expect.stringContaining('too long') } },
    );
  });

  it('counts the time that it takes to put everything in order, too', async () => {
    const many = catalogueOf(makeGallery(Array.from({ length: 200 }, (_, at) => ({ id: `Many${at}` }))));
    const options = readQueryOptions(new URLSearchParams({ $orderby: 'Copyright' }));
    if (!options.ok) throw new Error(options.problem.message);
    const asked = { source: 'all', operation: 'Packages' } as const;
    const found = await selectVersions(
      many,
      asked,
      options.value,
      false,
      createScanTurns(jumping(400)).begin(),
    );
    expect(found).toMatchObject({ ok: false, problem: { status: 400 } });
  });
});
