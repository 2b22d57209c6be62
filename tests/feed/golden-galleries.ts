/** The galleries of the golden files: each is small, and about one thing. */
import type { Gallery } from '../../src/domain/gallery.ts';
import { makeGallery } from '../support/make-gallery.ts';
import { exportsOf } from '../support/make-nupkg-value.ts';

export interface GoldenGallery {
  /** Folder under tests/galleries. */
  readonly name: string;
  readonly siteUrl: string;
  readonly gallery: () => Gallery;
}

export const GOLDEN_GALLERIES: readonly GoldenGallery[] = [
  { name: 'empty', siteUrl: 'https://host.example/repo/', gallery: () => makeGallery() },
  { name: 'one-module', siteUrl: 'https://host.example/repo/', gallery: oneModule },
  { name: 'versions', siteUrl: 'https://host.example', gallery: versions },
  { name: 'script-and-module', siteUrl: 'https://host.example/repo', gallery: scriptAndModule },
  { name: 'spellings', siteUrl: 'https://host.example/repo/', gallery: spellings },
];

/** A module that says everything that can be said. */
function oneModule(): Gallery {
  return makeGallery(
    [
      {
        id: 'Contoso.Tools',
        owners: ['contoso-team', 'contoso-admin'],
        categories: ['tools'],
        versions: [
          {
            version: '1.2.3',
            sizeBytes: 4321,
            nuspec: {
              title: 'Tools of Contoso',
              authors: 'Ada, Grace',
              owners: 'Contoso',
              summary: 'Tools.',
              description: 'Tools & helpers for <everyone>.\nOn two lines.',
              releaseNotes: '* First release',
              copyright: '(c) Contoso',
              language: 'en-US',
              tags: ['Network', 'PSModule'],
              projectUrl: 'https://github.com/contoso/tools',
              iconUrl: 'https://contoso.example/icon.png',
              requireLicenseAcceptance: true,
              minClientVersion: '2.8.6',
            },
            manifest: {
              guid: '6f1c8a3e-0d4b-4c11-9a70-2f6f0f8f2b11',
              companyName: 'Contoso Ltd',
              powerShellVersion: '5.1',
              powerShellHostVersion: '5.0',
              dotNetFrameworkVersion: '4.7.2',
              clrVersion: '4.0',
              processorArchitecture: 'None',
              compatiblePSEditions: ['Desktop', 'Core'],
              functionsToExport: exportsOf('Get-Tool', 'Set-Tool'),
              cmdletsToExport: exportsOf('Invoke-Tool'),
              aliasesToExport: exportsOf('gt'),
              dscResourcesToExport: exportsOf('ToolResource'),
            },
            roleCapabilities: ['Operator'],
            files: {
              'README.md': 300,
              'en-US/about_Contoso.help.txt': 90,
              'RoleCapabilities/Operator.psrc': 40,
            },
          },
        ],
      },
    ],
    { repository: 'contoso/gallery', categories: [{ id: 'tools', title: 'Tools' }] },
  );
}

/** Unlisted, deprecated and prerelease versions, and one whose text lies inside another's. */
function versions(): Gallery {
  return makeGallery([
    {
      id: 'Many',
      versions: [
        { version: '1.0.0', deprecated: { reasons: ['CriticalBugs'], message: 'Loses data.' } },
        '1.0.0.1',
        { version: '1.1.0', listed: false },
        '2.0.0-rc1',
        '2.0.0',
        { version: '11.0.0', listed: false },
        '12.0.0-alpha',
      ],
    },
    {
      id: 'Hidden',
      deprecated: { reasons: ['Legacy'], replacement: 'Many', replacementRange: '[2.0.0, )' },
      removed: [
        {
          version: '0.9.0',
          sha512: 'gone',
          removed: '2026-02-01T00:00:00Z',
          by: 'contoso-admin',
          reason: 'Held a password.',
        },
      ],
      versions: [{ version: '1.0.0', listed: false }],
    },
    { id: 'OnlyPrerelease', versions: ['0.1.0-alpha'] },
  ]);
}

/** A script that requires a module, which requires another; extensionless addresses. */
function scriptAndModule(): Gallery {
  return makeGallery(
    [
      {
        id: 'Contoso.Deploy',
        kind: 'script',
        versions: [
          {
            version: '1.0.0',
            dependencies: { 'Contoso.Base': '[1.0,2.0)', 'Contoso.Absent': '' },
            info: { functions: ['Start-Deploy'], guid: '0b7e6a52-6f0e-4f8e-8f43-8d3a4c1b2e90' },
          },
        ],
      },
      {
        id: 'Contoso.Base',
        versions: [{ version: '1.5', dependencies: { 'contoso.core': '1.0' } }],
      },
      { id: 'Contoso.Core', versions: [{ version: '1.0.0' }, { version: '1.1.0' }] },
      { id: 'Contoso.Other' },
    ],
    { hosting: 'extensionless' },
  );
}

/** Ids and versions whose spelling differs from their addresses, and texts that XML cannot hold as they are. */
function spellings(): Gallery {
  return makeGallery(
    [
      { id: 'AWS.Tools_2.x-Core', versions: ['1.0', '1.0.1-Beta1', '1.1+build.7'] },
      {
        id: '_lower',
        versions: [
          {
            version: '01.2',
            nuspec: {
              description:
                'Bell \u0007, half a pair \uD800, ]]> and "quotes" \'both\' \u{1F600}\r\nend \uFFFE',
              releaseNotes: '</dd:ReleaseNotes><a:entry>',
              authors: 'A & B',
              projectUrl: '/relative',
              iconUrl: 'javascript:alert(1)',
              licenseUrl: 'https://licence.example/?a=1&b="2"',
              minClientVersion: 'two',
              tags: ['c#', 'a&b'],
            },
          },
        ],
      },
    ],
    { hosting: 'both', title: 'Quotes "and" <tags>' },
  );
}
