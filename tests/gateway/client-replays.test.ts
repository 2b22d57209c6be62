/** The replays of the clients themselves, on answers and requests that are written out here: what they take, and what they choke on. */
import { describe, expect, it } from 'vitest';
import { readFeed } from '../support/provider-feed.ts';
import { readPages } from '../support/provider-requests.ts';
import { countOf, resourcesOf } from '../support/psresourceget-v2-answers.ts';
import { errorIdOf } from '../support/publish-replays.ts';
import { type PushClient, pushRequest } from '../support/push-bodies.ts';

const NAMESPACES =
  'xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"';

const entry = (version: string, more = '', id = 'Contoso.Tools') =>
  `<entry><title type="text">${id}</title><content type="application/zip" src="https://gallery.example/${id}.nupkg"/>
    <m:properties><d:Id>${id}</d:Id><d:Version>${version}</d:Version><d:NormalizedVersion>${version}</d:NormalizedVersion>
    <d:Description>Tools.</d:Description><d:IsPrerelease m:type="Edm.Boolean">${version.includes('-')}</d:IsPrerelease>
    <d:IsLatestVersion>false</d:IsLatestVersion><d:IsAbsoluteLatestVersion>false</d:IsAbsoluteLatestVersion>
    <d:RequireLicenseAcceptance>false</d:RequireLicenseAcceptance>
    <d:DownloadCount>0</d:DownloadCount><d:VersionDownloadCount>0</d:VersionDownloadCount><d:PackageSize>9</d:PackageSize>${more}</m:properties></entry>`;

const feed = (...parts: readonly string[]) =>
  `<?xml version="1.0"?><feed ${NAMESPACES}>${parts.join('')}</feed>`;

describe('PSResourceGet reads', () => {
  it.each<[string, string, unknown]>([
    ['the count', feed('<m:count>250</m:count>', entry('1.0.0')), { kind: 'count', count: 250 }],
    ['ids where no count is', feed(entry('1.0.0'), entry('2.0.0')), { kind: 'count', count: 2 }],
    [
      'nothing from neither',
      feed(),
      { kind: 'unknown', reason: expect.stringContaining('could not be found') },
    ],
    [
      'nothing from an empty count',
      feed('<m:count> </m:count>'),
      { kind: 'unknown', reason: expect.any(String) },
    ],
    [
      'nothing under other prefixes',
      '<a:feed xmlns:a="a" xmlns:mm="m"><mm:count>1</mm:count></a:feed>',
      { kind: 'unknown', reason: expect.any(String) },
    ],
  ])('%s', (_, answer, expected) => {
    expect(countOf(answer)).toEqual(expected);
  });

  it('types, names of what is inside, and dependencies, a bare version as exactly that', () => {
    const more =
      '<d:Tags>PSModule PSCommand_Get-A_B web</d:Tags><d:Dependencies>One:[1.0.0, ):|Two:2.0.0:|Three::</d:Dependencies><d:Published>1900-01-01T00:00:00</d:Published>';
    const [found] = resourcesOf(feed(entry('1.0.0-beta', more))) ?? [];
    expect(found).toMatchObject({
      name: 'Contoso.Tools',
      version: '1.0.0',
      prerelease: 'beta',
      isPrerelease: true,
      type: 'Module',
      commands: ['Get-A'],
      publishedYear: 1900,
      dependencies: [
        { name: 'One', range: { min: { normalized: '1.0.0' }, max: undefined } },
        { name: 'Two', range: { min: { normalized: '2.0.0' }, max: { normalized: '2.0.0' } } },
        { name: 'Three', range: { min: undefined, max: undefined } },
      ],
    });
  });

  it('a page in reverse when its first version is lower than its last', () => {
    const versions = (...order: readonly string[]) =>
      resourcesOf(feed(...order.map((version) => entry(version))))?.map(({ version }) => version);
    expect(versions('1.0.0', '3.0.0', '2.0.0')).toEqual(['2.0.0', '3.0.0', '1.0.0']);
    expect(versions('10.0.0', '9.0.0')).toEqual(['10.0.0', '9.0.0']);
  });

  it('no entry with a comment in it, and none that does not tell whether it is a prerelease', () => {
    expect(() => resourcesOf(feed(entry('1.0.0', '<!-- no -->')))).toThrow('crashes');
    expect(() =>
      resourcesOf(feed(entry('1.0.0').replace(/<d:IsPrerelease.*?<\/d:IsPrerelease>/, ''))),
    ).toThrow('IsPrerelease');
  });

  it('no entries at all as a package that does not exist', () => {
    expect(resourcesOf(feed('<m:count>0</m:count>'))).toBeUndefined();
  });
});

describe('the provider of PowerShellGet 2', () => {
  const many = Array.from({ length: 250 }, (_, index) => `1.0.${index}`);

  /** @param pageSize  what the server sends at most */
  async function pages(pageSize: number, answersSkip = true) {
    const skips: number[] = [];
    const fetch = async (url: string) => {
      const skip = Number(/\$skip=(\d+)/.exec(url)?.[1]);
      skips.push(skip);
      const from = answersSkip ? skip : 0;
      return new Response(feed(...many.slice(from, from + pageSize).map((version) => entry(version))));
    };
    const found = await readPages(fetch, 'https://gallery.example/api/v2/', "FindPackagesById()?id='X'");
    return { found: found.map(({ version }) => version.original), skips };
  }

  it('reads on in pages of forty until one is shorter', async () => {
    const { found, skips } = await pages(40);
    expect(found).toEqual(many);
    expect(skips.slice(0, 7)).toEqual([0, 40, 80, 120, 160, 200, 240]);
  });

  it('reads one page of any other length', async () => {
    expect((await pages(39)).found).toEqual(many.slice(0, 39));
    expect((await pages(1000)).found).toEqual(many);
  });

  it('stops at a server that sends the same page again', async () => {
    expect((await pages(40, false)).found.slice(0, 40)).toEqual(many.slice(0, 40));
  });

  it('crashes on an address that is none', () => {
    expect(() => readFeed(feed(entry('1.0.0', '<d:ProjectUrl>nowhere</d:ProjectUrl>')))).toThrow(
      'projecturl',
    );
  });
});

describe('a push', () => {
  const bytes = new TextEncoder().encode('PK\r\n--not a boundary\r\n');

  it.each<[PushClient, string]>([
    ['dotnet', 'multipart/form-data; boundary="b"'],
    ['nuget-2', 'multipart/form-data; boundary=b'],
  ])('of %s names its boundary as that client does', (client, expected) => {
    const { headers } = pushRequest(client, bytes, { boundary: 'b', apiKey: 'k' });
    expect(headers).toMatchObject({ 'Content-Type': expected, 'X-NuGet-ApiKey': 'k' });
  });

  it.each<PushClient>(['dotnet', 'nuget-5', 'psresourceget', 'curl'])(
    'of %s is read by the platform',
    async (client) => {
      const { body, headers } = pushRequest(client, bytes);
      const form = await new Response(body, { headers }).formData();
      const file = form.get('package');
      if (!(file instanceof File)) throw new Error('no file');
      expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
      expect(headers).not.toHaveProperty('X-NuGet-ApiKey');
    },
  );

  it('of nuget 2 ends with a bare line feed and the delimiter', () => {
    const { body } = pushRequest('nuget-2', bytes, { boundary: 'b' });
    expect(new TextDecoder().decode(body).endsWith('boundary\r\n\n--b--')).toBe(true);
  });
});

describe('Publish-PSResource', () => {
  it.each([
    ['409 (Conflict)', '409Error'],
    ['403 (Forbidden)', '403Error'],
    ['401 (An API key is needed)', '401ApiKeyError'],
    ['401 (Unauthorized)', '401Error'],
    ['400 (Bad Request)', '400Error'],
    ['413 (Payload Too Large)', 'HTTPRequestError'],
    // Digits in the reason are taken for a status.
    ['409 (Version 1.400.0 is there)', '400Error'],
  ])('takes %s for %s', (status, expected) => {
    expect(errorIdOf(`Response status code does not indicate success: ${status}.`)).toBe(expected);
  });
});
