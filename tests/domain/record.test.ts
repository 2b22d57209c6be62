import { describe, expect, it } from 'vitest';
import { recordSchema } from '../../src/domain/record.ts';
import { hashOf } from '../support/make-nupkg-value.ts';

const version = {
  version: '1.0.0',
  sha512: hashOf('a'),
  sizeBytes: 1000,
  published: '2026-01-31T09:30:00Z',
  publisher: 'contoso-team',
};
const record = { id: 'Contoso.Tools', owners: ['contoso-team'], versions: [version] };
const removed = {
  version: '0.9.0',
  sha512: 'x',
  removed: '2026-02-01T00:00:00Z',
  by: 'contoso-admin',
  reason: 'Broken.',
};

function approved(changed: object) {
  const approval = { rule: 'NAME_SIMILAR', by: 'contoso-admin', reason: 'Fine.', ...changed };
  return { ...record, versions: [{ ...version, approvals: [approval] }] };
}

describe('recordSchema', () => {
  it('fills in what a record may leave out', () => {
    expect(recordSchema.parse(record)).toEqual({
      ...record,
      githubIds: {},
      categories: [],
      versions: [{ ...version, listed: true }],
      removed: [],
    });
  });

  it('takes a record that says everything', () => {
    const full = {
      ...record,
      githubIds: { 'contoso-team': 9919 },
      categories: ['tools'],
      deprecated: {
        reasons: ['Legacy', 'CriticalBugs'],
        message: 'Moved.',
        replacement: 'Contoso.New',
        replacementRange: '[1.0,)',
      },
      versions: [
        {
          ...version,
          listed: false,
          proof: { kind: 'pull-request', reference: 'https://github.com/contoso/gallery/pull/1' },
          approvals: [{ rule: 'NAME_SIMILAR', by: 'contoso-admin', reason: 'The two are one project.' }],
          deprecated: { message: 'Use 1.1.' },
        },
      ],
      removed: [removed],
    };
    const parsed = recordSchema.parse(full);
    expect(parsed).toEqual({
      ...full,
      versions: [{ ...full.versions[0], deprecated: { reasons: ['Other'], message: 'Use 1.1.' } }],
    });
  });

  it.each([
    ['an unknown key', { ...record, tags: [] }],
    ['no owner', { ...record, owners: [] }],
    ['an owner that is no login', { ...record, owners: ['contoso team'] }],
    ['an owner that starts with a hyphen', { ...record, owners: ['-contoso'] }],
    ['an owner of 40 characters', { ...record, owners: ['a'.repeat(40)] }],
    ['an empty id', { ...record, id: '' }],
    ['a version that YAML read as a number', { ...record, versions: [{ ...version, version: 1.0 }] }],
    ['a misspelled key of a version', { ...record, versions: [{ ...version, unlisted: true }] }],
    ['a hash in hexadecimal', { ...record, versions: [{ ...version, sha512: 'ab'.repeat(64) }] }],
    ['a size of 0', { ...record, versions: [{ ...version, sizeBytes: 0 }] }],
    ['a fraction of a byte', { ...record, versions: [{ ...version, sizeBytes: 1.5 }] }],
    ['a time with a zone', { ...record, versions: [{ ...version, published: '2026-01-31T09:30:00+01:00' }] }],
    ['listed as a word', { ...record, versions: [{ ...version, listed: 'no' }] }],
    ['a proof of unknown kind', { ...record, versions: [{ ...version, proof: { kind: 'trust' } }] }],
    ['a number of GitHub that is none', { ...record, githubIds: { 'contoso-team': '9919' } }],
    ['the number 0 of GitHub', { ...record, githubIds: { 'contoso-team': 0 } }],
    ['a number of GitHub of somebody who is no login', { ...record, githubIds: { 'contoso team': 1 } }],
    ['an approval without a reason', approved({ reason: '' })],
    ['an approval with a very long reason', approved({ reason: 'x'.repeat(1001) })],
    ['an approval of no rule', approved({ rule: 'similar names' })],
    ['an approval by no login', approved({ by: 'contoso admin' })],
    ['a misspelled key of an approval', approved({ why: 'So.' })],
    ['a deprecation without a reason', { ...record, deprecated: { reasons: [] } }],
    ['a deprecation for a reason of its own', { ...record, deprecated: { reasons: ['Old'] } }],
    ['a removal without a reason', { ...record, removed: [{ ...removed, reason: '' }] }],
  ])('refuses %s', (_, value) => {
    expect(recordSchema.safeParse(value).success).toBe(false);
  });
});
