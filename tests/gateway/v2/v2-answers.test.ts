import { describe, expect, it } from 'vitest';
import { gatewayFetch } from '../../support/gateway-gallery.ts';
import { allElements, parseXml } from '../../support/xml-elements.ts';

const { siteUrl, fetch } = gatewayFetch([
  {
    id: 'Contoso.Net',
    versions: [
      { version: '0.9', listed: false },
      '1.0',
      { version: '1.10.0', nuspec: { tags: ['net', 'networking'], releaseNotes: 'Faster & <better>.' } },
      '2.0.0-beta',
    ],
  },
  { id: 'Contoso.Base', versions: ['1.0.0'] },
  { id: 'Dotted', versions: ['1.0.0-alpha.1'] },
  { id: 'Invoke-It', kind: 'script', versions: ['1.0.0'] },
  ...Array.from({ length: 120 }, (_, at) => ({
    id: `Many.Nr${String(at).padStart(3, '0')}`,
    versions: [{ version: '1.0.0', nuspec: { tags: ['many'] } }],
  })),
]);

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${siteUrl}api/v2${path}`, { headers });

/** `Id Version` of each entry. */
async function listed(path: string): Promise<readonly string[]> {
  const response = await get(path);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  const elements = allElements(parseXml(text));
  const textsOf = (name: string) =>
    elements.filter((element) => element.name === name).map((element) => element.text);
  const versions = textsOf('d:Version');
  return textsOf('d:Id').map((id, at) => `${id} ${versions[at]}`);
}

async function problem(path: string) {
  const response = await get(path);
  return { status: response.status, reason: response.statusText, text: await response.text() };
}

describe('a list', () => {
  it.each([
    ["/FindPackagesById()?id='contoso.NET'", ['0.9', '1.0', '1.10.0', '2.0.0-beta']],
    ['/FindPackagesById()?id=Contoso.Net', ['0.9', '1.0', '1.10.0', '2.0.0-beta']],
    ["/FindPackagesById()?id='Contoso.Net'&$filter=IsLatestVersion", ['1.10.0']],
    ["/FindPackagesById()?id='Contoso.Net'&$filter=IsAbsoluteLatestVersion eq true", ['2.0.0-beta']],
    ["/FindPackagesById()?id='Contoso.Net'&$filter=Version eq '0.9.0'", ['0.9']],
    ["/FindPackagesById()?id='Contoso.Net'&$filter=NormalizedVersion lt '1.5.0'", ['1.0']],
    [
      "/FindPackagesById()?id='Contoso.Net'&$orderby=NormalizedVersion desc",
      ['2.0.0-beta', '1.10.0', '1.0', '0.9'],
    ],
    ["/FindPackagesById()?id='Contoso.Net'&$skip=1&$top=2", ['1.0', '1.10.0']],
    ["/FindPackagesById()?id='Contoso.Net'&$skip=99", []],
    ["/FindPackagesById()?id='Contoso.Net'&$top=0", []],
    ["/FindPackagesById()?id='No.Such'", []],
    ["/FindPackagesById()?id='Az*'", []],
    ["/FindPackagesById()?id='../../etc/passwd'", []],
    ["/GetUpdates()?packageIds='Contoso.Net'&versions='1.0'&includePrerelease=false", ['1.10.0']],
    ["/GetUpdates()?packageIds='Contoso.Net'&versions='1.0'&includePrerelease=true", ['2.0.0-beta']],
    [
      "/GetUpdates()?packageIds='Contoso.Net'&versions='1.0'&includePrerelease=true&includeAllVersions=true",
      ['1.10.0', '2.0.0-beta'],
    ],
    ["/Packages()?$filter=Id eq 'Contoso.Net' and IsPrerelease", ['2.0.0-beta']],
    ["/Packages?$filter=tolower(Id) eq 'contoso.net' and Version eq '1'", ['1.0']],
  ])('at %s holds what was asked for', async (path, versions) => {
    expect(await listed(path)).toEqual(versions.map((version) => `Contoso.Net ${version}`));
  });

  it.each([
    ["/Search()?searchTerm='net'&$filter=IsLatestVersion", ['Contoso.Net 1.10.0']],
    ["/Search()?searchTerm='tag:net'&$filter=IsLatestVersion", ['Contoso.Net 1.10.0']],
    ["/Search()?searchTerm='tag:network'&$filter=IsLatestVersion", []],
    ["/Search()?$filter=IsLatestVersion and substringof('net', Tags)", ['Contoso.Net 1.10.0']],
    ["/Search()?$filter=IsLatestVersion and substringof('network', Tags)", []],
    [
      "/Search()?$filter=IsLatestVersion and startswith(Id, 'contoso')",
      ['Contoso.Base 1.0.0', 'Contoso.Net 1.10.0'],
    ],
    [
      "/Search()?searchTerm='contoso.net'&includePrerelease=true&$filter=IsLatestVersion",
      ['Contoso.Net 2.0.0-beta'],
    ],
    ["/Search()?searchTerm='contoso.net'", ['Contoso.Net 1.0', 'Contoso.Net 1.10.0']],
    ["/Search()?searchTerm='id:dotted'&includePrerelease=true", []],
    ["/Search()?searchTerm='id:dotted'&includePrerelease=true&semVerLevel=2.0.0", ['Dotted 1.0.0-alpha.1']],
    ["/items/psscript/Search()?$filter=IsLatestVersion&searchTerm=''", ['Invoke-It 1.0.0']],
    ["/items/psscript/FindPackagesById()?id='Contoso.Base'", ['Contoso.Base 1.0.0']],
    ['/items/psscript/Packages()', ['Invoke-It 1.0.0']],
  ])('at %s finds by the query', async (path, expected) => {
    expect(await listed(path)).toEqual(expected);
  });

  it('is as long as its clients need: 100 without a wish, as asked, and 100 for tags whatever is asked', async () => {
    const lengthOf = async (query: string) =>
      (await listed(`/Search()?$filter=IsLatestVersion${query}`)).length;
    expect(await lengthOf('')).toBe(100);
    expect(await lengthOf('&$top=40')).toBe(40);
    expect(await lengthOf('&$top=6000')).toBe(123);
    expect(await lengthOf(" and substringof('many', Tags)&$top=6000")).toBe(100);
    expect(await lengthOf("&searchTerm='tag:many'&$top=6000")).toBe(100);
  });

  it('tells how many there are on all pages, when asked', async () => {
    const text = await (
      await get("/FindPackagesById()?id='Contoso.Net'&$inlinecount=allpages&$top=1")
    ).text();
    expect(text).toContain('<m:count>4</m:count>');
    expect(await (await get("/FindPackagesById()?id='Contoso.Net'&$top=1")).text()).not.toContain('m:count');
    expect(await (await get("/FindPackagesById()?id='None'&$inlinecount=allpages")).text()).toContain(
      '<m:count>0</m:count>',
    );
  });

  it.each([
    ["/Search()/$count?searchTerm=''&$filter=IsLatestVersion", '123'],
    ["/FindPackagesById()/$count?id='Contoso.Net'", '4'],
    ['/Packages()/$count', '126'],
    ["/Packages/$count?$filter=Id eq 'x'", '0'],
  ])('is counted at %s', async (path, expected) => {
    const response = await get(path);
    expect(await response.text()).toBe(expected);
    expect(response.headers.get('content-type')).toBe('text/plain;charset=utf-8');
  });

  it('leads on to the next page, and there to its end', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/Packages()?$orderby=Id';
    for (let pages = 0; path !== undefined; pages++) {
      expect(pages).toBeLessThan(3);
      const text = await (await get(path)).text();
      const elements = allElements(parseXml(text));
      seen.push(...elements.filter(({ name }) => name === 'd:Id').map((element) => element.text));
      const next = elements.find(({ attributes }) => attributes['rel'] === 'next')?.attributes['href'];
      path = next?.slice(`${siteUrl}api/v2`.length);
    }
    expect(seen).toHaveLength(126);
  });

  it('gives those properties that are selected', async () => {
    const text = await (await get("/FindPackagesById()?id='Contoso.Base'&$select=Id,Version")).text();
    const names = allElements(parseXml(text)).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('d:'))).toEqual(['d:Id', 'd:Version']);
  });
});

describe('JSON', () => {
  it('is given to those who ask for it', async () => {
    const response = await get("/FindPackagesById()?id='Contoso.Net'&$top=1&$skip=2&$inlinecount=allpages", {
      Accept: 'application/json',
    });
    expect(response.headers.get('content-type')).toBe('application/json;odata=verbose;charset=utf-8');
    const { d } = (await response.json()) as { d: { results: Record<string, unknown>[]; __count: string } };
    expect(d.__count).toBe('4');
    expect(d.results).toMatchObject([
      {
        Id: 'Contoso.Net',
        Version: '1.10.0',
        ReleaseNotes: 'Faster & <better>.',
        IsLatestVersion: true,
        PackageSize: '1000',
        Created: `/Date(${Date.UTC(2026, 0, 3, 9, 30)})/`,
        LicenseNames: null,
        __metadata: { media_src: `${siteUrl}v3/flatcontainer/contoso.net/1.10.0/contoso.net.1.10.0.nupkg` },
      },
    ]);
  });

  it('is one object for one entry', async () => {
    const response = await get("/Packages(Id='Contoso.Base',Version='1.0')?$format=json");
    expect(await response.json()).toMatchObject({ d: { Id: 'Contoso.Base', NormalizedVersion: '1.0.0' } });
  });

  it('tells of problems too', async () => {
    const response = await get('/Packages()?$filter=Nope&$format=json');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { message: { value: expect.stringContaining('Nope') } },
    });
  });
});

describe('an entry', () => {
  it.each([
    "/Packages(Id='Contoso.Net',Version='1.0')",
    "/Packages(Id='contoso.net',Version='1.0.0')",
    "/packages(Version='1.0.0.0',Id='Contoso.Net')",
  ])('is found at %s', async (path) => {
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('application/atom+xml;type=entry;charset=utf-8');
    const root = parseXml(await response.text());
    expect(root.name).toBe('entry');
    expect(allElements(root).find(({ name }) => name === 'd:Version')?.text).toBe('1.0');
  });

  it.each(["/Packages(Id='Contoso.Net',Version='3.0')", "/Packages(Id='None',Version='1.0')"])(
    'is missed at %s, in a sentence',
    async (path) => {
      expect(await problem(path)).toMatchObject({
        status: 404,
        reason: expect.stringMatching(/^There is no package \S+ \S+ in this gallery\.$/),
      });
    },
  );
});

describe('a package', () => {
  it.each([
    '/package/Contoso.Net/1.0',
    '/package/contoso.net/1.0.0.0',
    '/package/CONTOSO.NET',
    '/package/Contoso.Net/2.0.0-BETA',
  ])('is downloaded from %s', async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([200, 'the bytes of a package']);
  });

  it.each([
    '/package/Contoso.Net/9.9',
    '/package/None',
    '/package/..%2f..%2fetc/1.0',
    '/package/Contoso.Net/..',
  ])('is not there at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('completion', () => {
  it.each([
    ['/package-ids?partialId=con', ['Contoso.Base', 'Contoso.Net']],
    ['/package-ids?partialId=dot', []],
    ['/package-ids?partialId=dot&includePrerelease=true', ['Dotted']],
    ['/package-versions/contoso.net', ['1.0', '1.10.0']],
    ['/package-versions/contoso.net?includePrerelease=true', ['1.0', '1.10.0', '2.0.0-beta']],
    ['/package-versions/none', []],
  ])('of %s', async (path, expected) => {
    expect(await (await get(path)).json()).toEqual(expected);
  });

  it('ends after thirty', async () => {
    expect(await (await get('/package-ids?partialId=Many')).json()).toHaveLength(30);
  });
});

describe('what is not understood', () => {
  it.each([
    ["/Packages()?$filter=Colour eq 'red'", 'Colour'],
    ["/Packages()?$filter=matches(Id, 'x')", 'matches'],
    ["/Packages()?$filter=Id eq 'O'Neil'", ''],
    ['/Packages()?$orderby=Colour', 'Colour'],
    ['/Packages()?$select=Colour', 'Colour'],
    ['/Packages()?$top=many', 'many'],
    ['/Packages()?$expand=Versions', '$expand'],
    ["/Search()?searchTerm='Quality:90'", 'Quality'],
    ['/FindPackagesById()', 'id'],
  ])('at %s is named', async (path, word) => {
    const { status, reason, text } = await problem(path);
    expect(status).toBe(400);
    expect(reason).toContain(word.replaceAll('`', "'"));
    expect(parseXml(text).name).toBe('m:error');
  });

  it.each(['/Nothing', '/Search()/x', '/api/v2/', '/package'])(
    'as an address, at %s, is not found',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe('the documents of the source', () => {
  it.each(['', '/', '/items/psscript', '/items/psscript/'])(
    'begin as clients expect at api/v2%s',
    async (path) => {
      const response = await get(path);
      expect(response.headers.get('content-type')).toBe('application/xml;charset=utf-8');
      expect(await response.text()).toMatch(/^<\?xml[^>]*\?>\s*<service /);
    },
  );

  it('promise the operations that there are', async () => {
    const root = parseXml(await (await get('/$metadata')).text());
    const operations = allElements(root)
      .filter(({ localName }) => localName === 'FunctionImport')
      .map(({ attributes }) => attributes['Name']);
    expect(operations).toEqual(['Search', 'FindPackagesById', 'GetUpdates']);
  });
});

describe('an answer that a client has already', () => {
  it.each(['/Packages()', "/Packages(Id='Contoso.Base',Version='1.0')", '/$metadata'])(
    'is not sent again, at %s',
    async (path) => {
      const first = await get(path);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^W\/"[!#-~]+"$/);
      const again = await get(path, { 'If-None-Match': `"other", ${etag}` });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
      expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200);
    },
  );

  it('is sent in another form when that is asked for', async () => {
    const etag = (await get('/Packages()')).headers.get('etag') ?? '';
    expect((await get('/Packages()', { 'If-None-Match': etag, Accept: 'application/json' })).status).toBe(
      200,
    );
  });

  it('has no mark when it tells of a problem', async () => {
    expect((await get('/Packages()?$filter=Nope')).headers.get('etag')).toBeNull();
    expect((await get('/Packages()?$filter=Nope', { 'If-None-Match': '*' })).status).toBe(400);
  });
});
