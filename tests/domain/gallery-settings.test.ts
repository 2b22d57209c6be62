import { describe, expect, it } from 'vitest';
import { gallerySettingsSchema } from '../../src/domain/gallery-settings.ts';

const settings = { title: 'Contoso', description: 'Tools.', owners: ['contoso-admin'] };
const MEBIBYTE = 1024 * 1024;

describe('gallerySettingsSchema', () => {
  it('fills in what the smallest gallery.yaml leaves out', () => {
    expect(gallerySettingsSchema.parse(settings)).toEqual({
      ...settings,
      categories: [],
      prefixes: [],
      hosting: 'html',
      site: { links: [] },
      policy: {
        maxPackageBytes: 95 * MEBIBYTE,
        maxUnpackedBytes: 512 * MEBIBYTE,
        maxEntries: 10_000,
        license: 'required',
        newPublisherWaitHours: 72,
        downloadHosts: [],
        severities: {},
      },
    });
  });

  it.each([['https://contoso.github.io/gallery/'], ['http://127.0.0.1:8080']])(
    'takes %s as the address of the site',
    (siteUrl) => {
      expect(gallerySettingsSchema.parse({ ...settings, siteUrl }).siteUrl).toBe(siteUrl);
    },
  );

  it('takes a gateway as what answers the addresses', () => {
    expect(gallerySettingsSchema.parse({ ...settings, hosting: 'gateway' }).hosting).toBe('gateway');
  });

  it.each([
    ['no title', { ...settings, title: undefined }],
    ['an empty title', { ...settings, title: '' }],
    ['no owner', { ...settings, owners: [] }],
    ['an unknown key', { ...settings, sitUrl: 'https://contoso.example/' }],
    ['a site URL of another scheme', { ...settings, siteUrl: 'ftp://contoso.example/' }],
    ['a relative site URL', { ...settings, siteUrl: '/gallery/' }],
    ['a repository that is an address', { ...settings, repository: 'https://github.com/contoso/gallery' }],
    ['a prefix without its star', { ...settings, prefixes: [{ pattern: 'Contoso.', owners: ['a'] }] }],
    ['a prefix of the star alone', { ...settings, prefixes: [{ pattern: '*', owners: ['a'] }] }],
    ['a prefix with a star inside', { ...settings, prefixes: [{ pattern: 'A*B*', owners: ['a'] }] }],
    ['a prefix of nobody', { ...settings, prefixes: [{ pattern: 'Contoso.*', owners: [] }] }],
    ['a category id with capitals', { ...settings, categories: [{ id: 'Tools', title: 'Tools' }] }],
    ['packages larger than git hosts take', { ...settings, policy: { maxPackageBytes: 96 * MEBIBYTE } }],
    ['a limit as a text', { ...settings, policy: { maxPackageBytes: '50 MB' } }],
    ['a wait longer than a month', { ...settings, policy: { newPublisherWaitHours: 721 } }],
    ['a wait of half an hour', { ...settings, policy: { newPublisherWaitHours: 0.5 } }],
    ['a hosting that is not known', { ...settings, hosting: 'nginx' }],
  ])('refuses %s', (_, value) => {
    expect(gallerySettingsSchema.safeParse(value).success).toBe(false);
  });

  it('says in words what it expects of an address', () => {
    const result = gallerySettingsSchema.safeParse({ ...settings, siteUrl: 'contoso' });
    expect(result.error?.issues[0]?.message).toBe('an absolute http or https URL is expected');
  });
});
