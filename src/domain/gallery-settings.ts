/**
 * packages-index/gallery.yaml: what the gallery is called, where it is served, and what it accepts. The schema
 * is the source of the types and of the JSON Schema that editors pick up.
 */
import { z } from 'zod';

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'an absolute http or https URL is expected' })
  .describe('Where the site will be served, e.g. https://contoso.github.io/gallery/');

export const ownerNameSchema = z
  .string()
  // Accounts that a company manages have its short name behind an underscore.
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/, 'a GitHub login is expected: letters, digits and hyphens')
  .describe('A GitHub login');

const categorySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words with hyphens are expected'),
    title: z.string().min(1).max(60),
    description: z.string().max(200).default(''),
  })
  .describe('One checkbox of the category filter');

const prefixSchema = z
  .strictObject({
    pattern: z.string().regex(/^[A-Za-z0-9_.-]+\*$/, 'a prefix that ends in * is expected, e.g. Contoso.*'),
    owners: z.array(ownerNameSchema).min(1),
  })
  .describe('New ids under this prefix are taken from these owners only');

const MEBIBYTE = 1024 * 1024;

const policySchema = z
  .strictObject({
    maxPackageBytes: z
      .int()
      .min(1024)
      .max(95 * MEBIBYTE)
      .default(95 * MEBIBYTE)
      .describe('Largest .nupkg accepted, in bytes; git hosts refuse files over 100 MB'),
    maxUnpackedBytes: z
      .int()
      .min(1024)
      .max(512 * MEBIBYTE)
      .default(512 * MEBIBYTE)
      .describe('Largest sum of the unpacked files of one package, in bytes'),
    maxEntries: z.int().min(1).max(10_000).default(10_000).describe('Largest number of files in one package'),
    license: z
      .enum(['required', 'recommended'])
      .default('required')
      .describe('Whether a package without a licence URI is refused, or only warned about'),
    newPublisherWaitHours: z
      .int()
      .min(0)
      .max(720)
      .default(72)
      .describe(
        'How long a new id by someone who owns nothing here waits for a maintainer, in hours; 0 for not at all',
      ),
    downloadHosts: z
      .array(
        z
          .string()
          .max(253)
          .regex(
            /^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
            'the name of a host in lower case is expected, e.g. files.contoso.com',
          ),
      )
      .max(50)
      .default([])
      .describe('Hosts, beside those of GitHub, from which packages are fetched that a request points to'),
    severities: z
      .record(z.string().regex(/^[A-Z][A-Z0-9_]+$/), z.enum(['error', 'warning', 'note', 'off']))
      .default({})
      .describe('Severities of rules by their codes, for rules that can be changed'),
  })
  .describe('What the gallery accepts');

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as #1f4fbf is expected');

const siteSchema = z
  .strictObject({
    accent: z
      .strictObject({
        light: colour.describe('On a light page; it needs a contrast of 4.5 to white'),
        dark: colour.describe('On a dark page; it needs a contrast of 4.5 to #15171a'),
      })
      .optional()
      .describe('The one colour of links and marks'),
    logo: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:svg|png)$/, 'the name of an .svg or .png file is expected')
      .optional()
      .describe(
        'A picture beside gallery.yaml that stands before the name; about twice as high as the letters',
      ),
    links: z
      .array(
        z.strictObject({
          title: z.string().min(1).max(40),
          url: z.url({ protocol: /^https$/, error: 'an absolute https URL is expected' }),
        }),
      )
      .max(12)
      .default([])
      .describe('Links at the foot of every page'),
  })
  .describe('How the site looks');

export const gallerySettingsSchema = z
  .strictObject({
    title: z.string().min(1).max(80).describe('The name of the gallery'),
    description: z.string().min(1).max(400).describe('One or two sentences for the home page'),
    siteUrl: httpUrl.optional(),
    repository: z
      .string()
      .regex(/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/, 'OWNER/NAME is expected')
      .optional()
      .describe(
        'The GitHub repository of the gallery, OWNER/NAME: problems with a package are reported there',
      ),
    owners: z.array(ownerNameSchema).min(1).describe('Who maintains the gallery'),
    categories: z.array(categorySchema).default([]),
    prefixes: z.array(prefixSchema).default([]),
    hosting: z
      .enum(['html', 'extensionless', 'both', 'gateway'])
      .default('html')
      .describe(
        'How V2 addresses become files. html: `Search().html`, for hosts that serve X.html at X, as GitHub Pages does; extensionless: `Search()`; both: each twice; gateway: `pwshelf serve` answers them, and the site says what clients can do there (files as for html)',
      ),
    site: siteSchema.prefault({}),
    policy: policySchema.prefault({}),
  })
  .describe('Settings of a pwshelf gallery');

export type GallerySettings = z.output<typeof gallerySettingsSchema>;
export type GallerySettingsInput = z.input<typeof gallerySettingsSchema>;
export type GalleryPolicy = GallerySettings['policy'];
export type Hosting = GallerySettings['hosting'];
