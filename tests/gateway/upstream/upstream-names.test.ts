import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/gateway/catalogue/catalogue.ts';
import { createUpstream } from '../../../src/gateway/upstream/upstream.ts';
import { mayAskUpstream } from '../../../src/gateway/upstream/upstream-names.ts';
import { catalogueOf } from '../../support/gateway-catalogue.ts';
import fc from '../../support/laws.ts';
import { makeGallery } from '../../support/make-gallery.ts';

const HELD = ['Contoso', 'Held.Tools', 'Unlisted', 'k_1-x'];
const catalogue: Catalogue = catalogueOf(
  makeGallery(
    [
      { id: 'Contoso' },
      { id: 'Held.Tools', versions: ['1.0.0', '2.0.0-beta'] },
      { id: 'Unlisted', versions: [{ version: '1.0.0', listed: false }] },
      { id: 'k_1-x' },
    ],
    {
      prefixes: [
        { pattern: 'Contoso.*', owners: ['contoso'] },
        { pattern: 'fab*', owners: ['contoso'] },
      ],
    },
  ),
);
const withGone: Catalogue = { ...catalogue, head: { ...catalogue.head, goneIds: ['gone.tools'] } };

describe('mayAskUpstream', () => {
  it.each(['Pester', 'Az.Accounts', 'Contos', 'Contoso-Tools', 'Held', 'Held.Tools.More', 'Gone'])(
    'lets %s be asked elsewhere',
    (id) => {
      expect(mayAskUpstream(withGone, id)).toBe(true);
    },
  );

  it.each([
    ['a package that is here', 'Held.Tools'],
    ['the same in another case', 'HELD.tools'],
    ['one with no listed version', 'unlisted'],
    ['one that was removed', 'Gone.Tools'],
    ['a reserved name with nothing under it', 'Contoso.Secrets'],
    ['the same in another case', 'cONTOSO.secrets'],
    ['a name that a prefix without a dot reserves', 'Fabrikam'],
    ['the shortest such name', 'FAB'],
    ['nothing', ''],
    ['a wildcard', 'Pes*'],
    ['an id that is still encoded', 'Held%2ETools'],
    ['an id with the sign of kelvin, which is k in lower case', '\u212A_1-x'],
    ['an id with a blank', 'Pester '],
    ['a way out', '../Pester'],
  ])('answers %s here alone', (_, id) => {
    expect(mayAskUpstream(withGone, id)).toBe(false);
  });
});

/** A spelling of the id in which every letter may be of another case, and every character percent-encoded. */
function spellings(id: string): fc.Arbitrary<{ readonly text: string; readonly encoded: string }> {
  const each = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
  return fc.array(each, { minLength: id.length, maxLength: id.length }).map((choices) => {
    const letters = [...id].map((letter, at) =>
      choices[at]?.[0] ? letter.toUpperCase() : letter.toLowerCase(),
    );
    const encoded = letters.map((letter, at) => {
      const code = letter.charCodeAt(0).toString(16).padStart(2, '0');
      return choices[at]?.[1] ? `%${choices[at]?.[2] ? code.toUpperCase() : code}` : letter;
    });
    return { text: letters.join(''), encoded: encoded.join('') };
  });
}

const tails = fc.stringMatching(/^[A-Za-z0-9_]{1,12}(?:[.-][A-Za-z0-9_]{1,8}){0,3}$/);
const ours = fc
  .oneof(
    fc.constantFrom(...HELD, 'Gone.Tools'),
    tails.map((tail) => `Contoso.${tail}`),
    tails.map((tail) => `fab${tail}`),
  )
  .chain(spellings);

const QUESTIONS: readonly ((id: string) => string)[] = [
  (id) => `api/v2/FindPackagesById()?id='${id}'`,
  (id) => `api/v2/FindPackagesById()?id=%27${id}%27&$filter=Id+eq+%27Pester%27`,
  (id) => `api/v2/items/psscript/FindPackagesById()?id='${id}'&$skip=0&$top=40`,
  (id) => `api/v2/FindPackagesById()?id='Pester'&$filter=Id%20eq%20'${id}'`,
  (id) => `api/v2/FindPackagesById()?id='Pester'&id='${id}'`,
  (id) => `api/v2/FindPackagesById()?id='${id}'&ID='Pester'`,
  (id) => `api/v2/Packages(Id='${id}',Version='1.0.0')`,
  (id) => `api/v2/package/${id}`,
  (id) => `api/v2/package/${id}/1.0.0`,
  (id) => `v3/registration/${id}/index.json`,
  (id) => `v3/registration-exact/${id}/index.json`,
  (id) => `v3/registration/${id}/1.0.0.json`,
  (id) => `v3/flatcontainer/${id}/index.json`,
  (id) => `v3/flatcontainer/${id}/1.0.0/${id}.1.0.0.nupkg`,
  (id) => `v3/flatcontainer/${id}/1.0.0/${id}.nuspec`,
];

describe('no id that the gallery holds, held or reserves', () => {
  it('is ever let out, in any case', () => {
    fc.assert(
      fc.property(ours, ({ text, encoded }) => {
        expect(mayAskUpstream(withGone, text)).toBe(false);
        if (encoded !== text) expect(mayAskUpstream(withGone, encoded)).toBe(false);
      }),
    );
  });

  it('is ever asked for elsewhere, by any question in any encoding', async () => {
    const fetched: string[] = [];
    const upstream = createUpstream({
      sources: [
        { kind: 'v2', url: 'https://elsewhere.example/api/v2', origin: 'https://elsewhere.example' },
        { kind: 'v3', url: 'https://elsewhere.example/v3/index.json', origin: 'https://elsewhere.example' },
      ],
      catalogue: async () => withGone,
      fetch: async (url) => {
        fetched.push(url);
        return { kind: 'none', problem: 'not asked' };
      },
      now: () => 0,
    });
    const question = fc.tuple(ours, fc.constantFrom(...QUESTIONS));
    await fc.assert(
      fc.asyncProperty(question, async ([{ encoded }, ask]) => {
        const request = new Request(`https://gallery.example/${ask(encoded)}`);
        // As the gateway decodes it, once.
        const path = decodeURIComponent(new URL(request.url).pathname).slice(1);
        const v2 = path.startsWith('api/v2/') ? path.slice('api/v2/'.length) : path;
        expect(await upstream.v2(request, v2)).toBeUndefined();
        expect(await upstream.read(request, path)).toBeUndefined();
      }),
    );
    expect(fetched).toEqual([]);
  });
});
