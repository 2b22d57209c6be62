/**
 * A gallery on which every query has an answer that is easy to get wrong: names and tags that are parts of others, versions
 * that texts order otherwise than numbers, more packages and versions than a page holds, and what is unlisted.
 */
import type { PackageSpec } from './make-gallery.ts';
import { exportsOf } from './make-nupkg-value.ts';

const functions = (...names: readonly string[]) => ({ functionsToExport: exportsOf(...names) });

export const BULK_COUNT = 130;
export const VERSION_COUNT = 120;

/** `Bulk.Module007` */
export const BULK_IDS = Array.from(
  { length: BULK_COUNT },
  (_, index) => `Bulk.Module${String(index).padStart(3, '0')}`,
);

const TOOLS: PackageSpec = {
  id: 'Contoso.Tools',
  versions: [
    { version: '1.0.0', nuspec: { tags: ['net'] } },
    { version: '1.10.0', nuspec: { tags: ['net'] } },
    { version: '1.2.0', nuspec: { tags: ['net'] } },
    { version: '2.0.0', nuspec: { tags: ['net'] } },
    {
      version: '11.0.0',
      nuspec: { tags: ['net', 'web'], description: 'Keeps a web server in shape.' },
      dependencies: { 'contoso.base': '[1.0, 2.0)' },
    },
    { version: '12.0.0-beta1', nuspec: { tags: ['net'] } },
    { version: '13.0.0', listed: false },
  ],
};

const MODULES: readonly PackageSpec[] = [
  TOOLS,
  { id: 'Contoso.Tools.Extra', versions: [{ version: '1.0.0', nuspec: { tags: ['network', 'web'] } }] },
  { id: 'MyContoso.Tools', versions: [{ version: '1.0.0', nuspec: { tags: ['dotnet'] } }] },
  { id: 'Contoso.Base', versions: ['1.0', '1.5.0', '3.0.0'] },
  {
    id: 'Contoso.Exact',
    versions: [{ version: '1.0.0', dependencies: { 'Contoso.Base': '[1.0]', 'Contoso.Tools': '1.0' } }],
  },
  { id: 'Contoso.Alpha', versions: [{ version: '1.0.0', manifest: functions('Get-A') }] },
  { id: 'Contoso.AlphaB', versions: [{ version: '1.0.0', manifest: functions('Get-AB') }] },
  {
    id: 'Contoso.Both',
    versions: [{ version: '1.0.0', manifest: functions('Get-A', 'Get-B'), nuspec: { tags: ['web'] } }],
  },
  {
    id: 'Contoso.Sites',
    versions: [{ version: '1.0.0', manifest: { dscResourcesToExport: exportsOf('ContosoSite') } }],
  },
  {
    id: 'Contoso.SiteBindings',
    versions: [{ version: '1.0.0', manifest: { dscResourcesToExport: exportsOf('ContosoSiteBinding') } }],
  },
  { id: 'Contoso.Roles', versions: [{ version: '1.0.0', roleCapabilities: ['Maintenance'] }] },
  // Its tags hold the text PSScript without being that tag.
  { id: 'PSScriptTools', versions: [{ version: '2.47.0', nuspec: { tags: ['PSScriptTools'] } }] },
  { id: 'Four.Parts', versions: ['1.2.3.4', '1.2.3.10', '1.2.3'] },
  { id: 'OnlyPrerelease', versions: ['0.1.0-alpha', '0.2.0-beta'] },
  { id: 'AllHidden', versions: [{ version: '3.0.0', listed: false }] },
  { id: 'NeedsHidden', versions: [{ version: '1.0.0', dependencies: { AllHidden: '[3.0.0]' } }] },
  { id: 'Az.Accounts', versions: ['1.0.0', '2.0.0-preview'] },
  { id: 'Az.Storage' },
  { id: 'azNext' },
  { id: 'NotAz' },
];

const SCRIPTS: readonly PackageSpec[] = [
  {
    id: 'Deploy-Site',
    kind: 'script',
    versions: [
      '1.0.0',
      { version: '1.1.0', nuspec: { tags: ['web'] }, dependencies: { 'Contoso.Base': '[1.5.0]' } },
      '2.0.0-rc1',
    ],
  },
  { id: 'Az.Cleanup', kind: 'script' },
  { id: 'Hidden-Script', kind: 'script', versions: [{ version: '1.0.0', listed: false }] },
];

export const MANY_VERSIONS_ID = 'Many.Versions';

/** All but the many. */
export const FEW: readonly PackageSpec[] = [...MODULES, ...SCRIPTS];

export const MANY: readonly PackageSpec[] = [
  ...BULK_IDS.map((id) => ({
    id,
    versions: [{ version: '1.0.0', nuspec: { tags: ['bulk'] }, manifest: functions('Invoke-Bulk') }],
  })),
  {
    id: MANY_VERSIONS_ID,
    versions: Array.from({ length: VERSION_COUNT }, (_, index) => `1.0.${index}`),
  },
];

export const GATEWAY_SAMPLES: readonly PackageSpec[] = [...FEW, ...MANY];

/** What a search without a name shows, as `id version`. */
export const LATEST_MODULES: readonly string[] = [
  'Az.Accounts 1.0.0',
  'Az.Storage 1.0.0',
  'azNext 1.0.0',
  'Contoso.Alpha 1.0.0',
  'Contoso.AlphaB 1.0.0',
  'Contoso.Base 3.0.0',
  'Contoso.Both 1.0.0',
  'Contoso.Exact 1.0.0',
  'Contoso.Roles 1.0.0',
  'Contoso.SiteBindings 1.0.0',
  'Contoso.Sites 1.0.0',
  'Contoso.Tools 11.0.0',
  'Contoso.Tools.Extra 1.0.0',
  'Four.Parts 1.2.3.10',
  `${MANY_VERSIONS_ID} 1.0.${VERSION_COUNT - 1}`,
  'MyContoso.Tools 1.0.0',
  'NeedsHidden 1.0.0',
  'NotAz 1.0.0',
  'PSScriptTools 2.47.0',
  ...BULK_IDS.map((id) => `${id} 1.0.0`),
];

export const LATEST_SCRIPTS: readonly string[] = ['Az.Cleanup 1.0.0', 'Deploy-Site 1.1.0'];
