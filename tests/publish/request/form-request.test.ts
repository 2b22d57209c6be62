import { describe, expect, it } from 'vitest';
import { formOf, readFormRequest } from '../../../src/publish/request/form-request.ts';
import { ISSUE_FORMS, type IssueFormName } from '../../../src/publish/request/issue-forms.ts';
import fc from '../../support/laws.ts';
import { makeIssue } from '../../support/make-issue.ts';
import { makeRecord } from '../../support/publish-facts.ts';

const HASH = 'AB'.repeat(64);
const ATTACHED = 'https://github.com/user-attachments/files/1/Kit.1.0.0.nupkg.zip';
const RELEASED = 'https://github.com/ada/kit/releases/download/v1/Kit.1.0.0.nupkg';
const record = makeRecord({ id: 'Sample.Tools', owners: ['ada'], versions: ['1.0.0', '1.1.0'] });
const read = (form: IssueFormName, answers: Readonly<Record<string, string>>) =>
  readFormRequest(form, makeIssue(answers), [record]);
const fields = ({ findings }: ReturnType<typeof read>) => findings.map(({ args }) => args['field']);

describe('publish', () => {
  it.each([
    ['an attachment', `[Kit](${ATTACHED})`, '_No response_', ATTACHED, undefined],
    ['an attachment and its hash', ATTACHED, HASH, ATTACHED, HASH.toLowerCase()],
    [
      'an address and its hash',
      RELEASED,
      `${HASH.slice(0, 64)} ${HASH.slice(64)}`,
      RELEASED,
      HASH.toLowerCase(),
    ],
  ])('takes %s', (_, file, sha512, url, expected) => {
    const { attachment, findings } = read('publish', { Package: file, 'SHA-512': sha512 });
    expect([attachment, findings]).toEqual([{ url, sha512: expected }, []]);
  });

  it.each([
    ['an address without a hash', RELEASED, '', ['SHA-512']],
    [
      'one that looks like an attachment',
      `${RELEASED}#https://github.com/user-attachments/files/`,
      '',
      ['SHA-512'],
    ],
    ['a hash of another kind', ATTACHED, 'ab'.repeat(32), ['SHA-512']],
    ['two addresses', `${ATTACHED} ${RELEASED}`, HASH, ['Package']],
    ['no address', 'the newest one', HASH, ['Package']],
    ['an address without TLS', RELEASED.replace('https', 'http'), HASH, ['Package']],
  ])('does not take %s', (_, file, sha512, expected) => {
    const found = read('publish', { Package: file, 'SHA-512': sha512 });
    expect([found.attachment, fields(found)]).toEqual([undefined, expected]);
  });
});

describe('unlist', () => {
  it.each([
    ['one version', '1.0.0', ['1.0.0']],
    ['several, however they are written', 'v1.0, 1.1.0.0', ['1.0.0', '1.1.0']],
    ['all', 'ALL', ['1.0.0', '1.1.0']],
  ])('takes %s', (_, versions, expected) => {
    const { asked } = read('unlist', { 'Package id': 'sample.tools', Versions: versions, Change: 'Unlist' });
    const steps = expected.map((version) => ({ kind: 'listing', version, listed: false }));
    expect(asked).toEqual([{ id: 'Sample.Tools', steps }]);
  });

  it.each([
    ['another change', { Versions: 'all', Change: 'Remove' }, ['Change']],
    ['no version', { Versions: ' , ', Change: 'Unlist' }, ['Versions']],
    ['more versions than anybody types', { Versions: '1 '.repeat(201), Change: 'Unlist' }, ['Versions']],
  ])('does not take %s', (_, answers, expected) => {
    const found = read('unlist', { 'Package id': 'Sample.Tools', ...answers });
    expect([found.asked, fields(found)]).toEqual([[], expected]);
  });

  it('tells an unknown version and an unknown package', () => {
    const codes = (id: string) =>
      read('unlist', { 'Package id': id, Versions: '9.9.9', Change: 'Relist' }).findings.map(
        ({ code }) => code,
      );
    expect([codes('Sample.Tools'), codes('Sample')]).toEqual([
      ['PUBLISH_VERSION_UNKNOWN'],
      ['PUBLISH_ID_UNKNOWN'],
    ]);
  });
});

describe('ownership', () => {
  it.each([
    ['Add an owner', '@grace', { kind: 'owners', added: ['grace'], removed: [] }],
    ['Remove an owner', 'ada', { kind: 'owners', added: [], removed: ['ada'] }],
  ])('%s', (change, login, step) => {
    const { asked } = read('ownership', {
      'Package id': 'Sample.Tools',
      Change: change,
      'GitHub login': login,
    });
    expect(asked).toEqual([{ id: 'Sample.Tools', steps: [step] }]);
  });

  it('a claim makes nobody an owner but who wrote the issue, and waits', () => {
    const answers = { 'Package id': 'Sample.Tools', Change: 'Claim the package', 'GitHub login': 'mallory' };
    const steps = [{ kind: 'owners', added: ['ada'], removed: [] }];
    expect(read('ownership', answers).asked).toEqual([
      { id: 'Sample.Tools', heldBy: 'OWNERSHIP_CLAIM', steps },
    ]);
  });

  it.each([
    ['another change', 'Take it', 'grace', ['Change']],
    ['what is no login', 'Add an owner', 'grace and linus', ['GitHub login']],
    ['no login', 'Add an owner', '', ['GitHub login']],
  ])('does not take %s', (_, change, login, expected) => {
    const found = read('ownership', { 'Package id': 'Sample.Tools', Change: change, 'GitHub login': login });
    expect([found.asked, fields(found)]).toEqual([[], expected]);
  });
});

it('knows a form by its label', () => {
  expect([formOf(['bug', 'unlist']), formOf(['Unlist', 'pwshelf: waiting'])]).toEqual(['unlist', undefined]);
});

const FORMS = Object.keys(ISSUE_FORMS) as IssueFormName[];
const headings = Object.values(ISSUE_FORMS).flatMap((labels) => Object.values(labels));
const words = [
  ...headings.map((label) => `### ${label}\n`),
  'Sample.Tools',
  'all',
  '1.0.0',
  'Unlist',
  'https://[',
];

it('throws for no body, and asks for nothing where it finds a fault in the only answer', () => {
  const body = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' })));
  fc.assert(
    fc.property(fc.constantFrom(...FORMS), body, (form, parts) => {
      const issue = { ...makeIssue({}), body: parts.join('\n') };
      const { asked, attachment, findings } = readFormRequest(form, issue, [record]);
      expect(asked.every(({ id }) => id === record.id)).toBe(true);
      if (attachment) expect([findings, attachment.url.startsWith('https://')]).toEqual([[], true]);
    }),
    { numRuns: 2000 },
  );
});
