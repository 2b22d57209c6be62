import { describe, expect, it } from 'vitest';
import { planPublish } from '../../src/publish/plan.ts';
import { codesOf } from '../support/expect-findings.ts';
import { hashOf } from '../support/make-nupkg-value.ts';
import { PUBLISHED_AT, type PublishSpec, planOf, publishFacts } from '../support/publish-facts.ts';

const GUID = '6f1c8a3e-0d4b-4c11-9a70-2f6f0f8f2b11';
const OTHER_GUID = '0b7e6a52-6f0e-4f8e-8f43-8d3a4c1b2e90';
const reserved = { prefixes: [{ pattern: 'Contoso.*', owners: ['ada'] }] };

describe('planPublish', () => {
  const accepted: readonly (readonly [string, PublishSpec, readonly string[]])[] = [
    ['a new id', {}, []],
    ['a new id under a prefix of its publisher', { publisher: 'ADA', settings: reserved }, []],
    ['a new version by an owner', { version: '1.1.0', known: [{}] }, []],
    [
      'a new version by an owner in another case',
      { version: '1.1.0', publisher: 'CONTOSO-TEAM', known: [{}] },
      [],
    ],
    ['a prerelease of the next version', { version: '1.1.0-beta', known: [{}] }, []],
    ['a version with a fourth part', { version: '1.0.0.1', known: [{}] }, []],
    [
      'a fix for an older line',
      { version: '1.5.0', known: [{ versions: ['1.0.0', '2.0.0'] }] },
      ['PUBLISH_LOWER_VERSION'],
    ],
    [
      'another GUID than before',
      { version: '1.1.0', known: [{ guid: OTHER_GUID }], manifest: { guid: GUID } },
      ['META_GUID_CHANGED'],
    ],
    ['a project URI of another scheme', { nuspec: { projectUrl: 'ftp://a/b' } }, ['META_URL_NOT_ABSOLUTE']],
    [
      'no licence where that is only recommended',
      { nuspec: { licenseUrl: undefined }, settings: { policy: { license: 'recommended' } } },
      ['META_LICENSE_MISSING'],
    ],
  ];
  it.each(accepted)('accepts %s', (_, spec, codes) => {
    const { findings, change } = planOf(spec);
    expect(codesOf(findings)).toEqual(codes);
    expect(change?.record.versions.map(({ version }) => version)).toContain(spec.version ?? '1.0.0');
  });

  const refused: readonly (readonly [string, PublishSpec, readonly string[]])[] = [
    ['the same version again', { known: [{}] }, ['PUBLISH_VERSION_EXISTS']],
    [
      'the same bytes again',
      { known: [{}], sha512: hashOf('Contoso.Tools 1.0.0') },
      ['PUBLISH_VERSION_EXISTS'],
    ],
    ['the same version in another spelling', { version: '1.0', known: [{}] }, ['PUBLISH_VERSION_EXISTS']],
    ['a version that is there unlisted', { known: [{ versions: ['-1.0.0'] }] }, ['PUBLISH_VERSION_EXISTS']],
    [
      'a version that was removed',
      { known: [{ versions: [], removed: ['1.0'] }] },
      ['RECORD_VERSION_REMOVED'],
    ],
    [
      'a script under the id of a module',
      { version: '1.1.0', kind: 'script', known: [{}] },
      ['PUBLISH_KIND_CHANGED'],
    ],
    [
      'an id that differs only by case',
      { id: 'CONTOSO.tools', version: '1.1.0', known: [{}] },
      ['PUBLISH_ID_CASE'],
    ],
    [
      'a publisher who is no owner',
      { version: '1.1.0', publisher: 'mallory', known: [{}] },
      ['PUBLISH_NOT_OWNER'],
    ],
    ['a new id under the prefix of others', { settings: reserved }, ['PUBLISH_PREFIX_RESERVED']],
    [
      'the file name of another package',
      { id: 'Contoso', version: '1.1.0.5', known: [{ id: 'Contoso.1', versions: ['1.0.5'] }] },
      ['PUBLISH_BLOB_NAME_TAKEN'],
    ],
    [
      'the GUID of another package',
      { known: [{ id: 'Other', guid: GUID }], manifest: { guid: GUID } },
      ['META_GUID_TAKEN'],
    ],
    ['no description', { nuspec: { description: undefined } }, ['META_DESCRIPTION_MISSING']],
    [
      'no author',
      { nuspec: { authors: undefined }, manifest: { author: undefined } },
      ['META_AUTHOR_MISSING'],
    ],
    ['no licence', { nuspec: { licenseUrl: undefined } }, ['META_LICENSE_MISSING']],
    [
      'a file too large',
      { sizeBytes: 1025, settings: { policy: { maxPackageBytes: 1024 } } },
      ['PACKAGE_TOO_LARGE'],
    ],
    ['a description too long', { nuspec: { description: 'x'.repeat(4001) } }, ['META_DESCRIPTION_LONG']],
    [
      'all that is wrong at once, and names each',
      {
        publisher: 'mallory',
        kind: 'script',
        known: [{}, { id: 'Other', guid: GUID }],
        nuspec: { description: undefined, licenseUrl: undefined },
        info: { guid: GUID },
      },
      [
        'META_DESCRIPTION_MISSING',
        'META_LICENSE_MISSING',
        'META_GUID_TAKEN',
        'PUBLISH_KIND_CHANGED',
        'PUBLISH_NOT_OWNER',
        'PUBLISH_VERSION_EXISTS',
      ],
    ],
  ];
  it.each(refused)('refuses %s', (_, spec, codes) => {
    const { findings, change } = planOf(spec);
    expect(codesOf(findings)).toEqual(codes);
    expect(change).toBeUndefined();
  });

  it('plans the record of a new package with its publisher as owner', () => {
    expect(planOf({ sizeBytes: 4321, sha512: hashOf('bytes') }).change).toEqual({
      blobName: 'Contoso.Tools.1.0.0.nupkg',
      isNewPackage: true,
      commitMessage: 'Publish Contoso.Tools 1.0.0, a new package',
      record: {
        id: 'Contoso.Tools',
        owners: ['contoso-team'],
        githubIds: {},
        categories: [],
        versions: [
          {
            version: '1.0.0',
            sha512: hashOf('bytes'),
            sizeBytes: 4321,
            published: PUBLISHED_AT,
            publisher: 'contoso-team',
            proof: { kind: 'local' },
            listed: true,
          },
        ],
        removed: [],
      },
    });
  });

  it("keeps GitHub's number of a new owner, and what maintainers have let pass", () => {
    const approvals = [{ rule: 'NAME_SIMILAR', by: 'contoso-admin', reason: 'One project.' }];
    const record = planOf({ publisherId: 9919, approvals }).change?.record;
    expect(record?.githubIds).toEqual({ 'contoso-team': 9919 });
    expect(record?.versions[0]?.approvals).toEqual(approvals);
    expect(planOf({ approvals: [] }).change?.record.versions[0]).not.toHaveProperty('approvals');
  });

  it('adds the number of an owner whose number was not known, under the login as the record spells it', () => {
    const known = [{ owners: ['ada', 'Grace'], githubIds: { ada: 1 } }];
    const next = planOf({ version: '1.1.0', known, publisher: 'grace', publisherId: 2 }).change?.record;
    expect(next?.githubIds).toEqual({ ada: 1, Grace: 2 });
    const same = planOf({ version: '1.1.0', known, publisher: 'ADA', publisherId: 1 }).change?.record;
    expect(same?.githubIds).toEqual({ ada: 1 });
  });

  it('adds a version to the record in order, and leaves all else as it was', () => {
    const facts = publishFacts({
      version: '1.10.0-rc',
      known: [
        { owners: ['contoso-team', 'ada'], versions: ['1.9.0', '1.10.0', '-2.0.0'], removed: ['0.1.0'] },
      ],
    });
    const before = structuredClone(facts.known[0]?.record);
    const { change } = planPublish(facts);
    expect(change?.isNewPackage).toBe(false);
    expect(change?.commitMessage).toBe('Publish Contoso.Tools 1.10.0-rc');
    expect(change?.record.versions.map(({ version }) => version)).toEqual([
      '1.9.0',
      '1.10.0-rc',
      '1.10.0',
      '2.0.0',
    ]);
    expect({ ...change?.record, versions: [] }).toEqual({ ...before, versions: [] });
    expect(facts.known[0]?.record).toEqual(before);
  });

  it('keeps the spelling of the id in the name of the blob, and normalizes the version', () => {
    expect(planOf({ id: 'aZ.Tools', version: '01.2.0-Beta' }).change?.blobName).toBe(
      'aZ.Tools.1.2.0-Beta.nupkg',
    );
  });
});
