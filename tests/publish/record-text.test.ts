import { expect, it } from 'vitest';
import { type PackageRecord, recordSchema } from '../../src/domain/record.ts';
import { formatRecord } from '../../src/publish/record-text.ts';
import { readRecord } from '../../src/read/record.ts';
import fc from '../support/laws.ts';
import { hashOf } from '../support/make-nupkg-value.ts';
import { makeRecord } from '../support/publish-facts.ts';

it('writes a record as its golden text', () => {
  const record = recordSchema.parse({
    ...makeRecord({ owners: ['contoso-team', '123'], versions: ['1.0', '-1.1.0-Beta'], removed: ['0.9'] }),
    githubIds: { 'contoso-team': 9919, '123': 17 },
    categories: ['tools'],
    deprecated: { reasons: ['Legacy'], message: 'Use: Contoso.New # soon', replacement: 'Contoso.New' },
  });
  expect(formatRecord(record)).toBe(`# yaml-language-server: $schema=../schemas/package.schema.json
id: Contoso.Tools
owners:
  - contoso-team
  - "123"
githubIds:
  "123": 17
  contoso-team: 9919
categories:
  - tools
deprecated:
  reasons:
    - Legacy
  message: "Use: Contoso.New # soon"
  replacement: Contoso.New
versions:
  - version: "1.0"
    sha512: ${hashOf('Contoso.Tools 1.0')}
    sizeBytes: 1000
    published: 2026-01-01T09:30:00Z
    publisher: contoso-team
  - version: 1.1.0-Beta
    sha512: ${hashOf('Contoso.Tools -1.1.0-Beta')}
    sizeBytes: 1000
    published: 2026-01-01T09:30:00Z
    publisher: contoso-team
    listed: false
removed:
  - version: "0.9"
    sha512: ${hashOf('Contoso.Tools 0.9')}
    removed: 2026-02-01T00:00:00Z
    by: contoso-admin
    reason: Held a password.
`);
});

it('leaves out what is at its default', () => {
  const text = formatRecord(makeRecord());
  for (const key of ['listed', 'githubIds', 'approvals', 'categories', 'deprecated', 'removed', 'proof'])
    expect(text).not.toContain(key);
});

it('is read back as the same record, whatever the texts in it', () => {
  fc.assert(
    fc.property(records(), (record) => {
      const text = formatRecord(record);
      expect(readRecord(text, { file: 'Tools.yaml' })).toEqual({ value: record, findings: [] });
      expect(formatRecord(recordSchema.parse(record))).toBe(text);
    }),
    { numRuns: 300 },
  );
});

function records(): fc.Arbitrary<PackageRecord> {
  const odd = fc.constantFrom(
    'true',
    'null',
    '~',
    '1.0',
    '0x1F',
    '1e3',
    '1_000',
    '- a',
    '# no',
    'a: b',
    "it's",
    '*a',
    '&a',
    '!x',
    '%',
    '@',
    'no',
    '2026-01-01',
    ' x ',
    'a\n\nb\n',
    '\t',
    '"',
    '\\',
    '{}',
    '[1]',
    '|',
    '>',
    '?',
    '<<',
    '=',
    'é',
    '\u0085',
    '\u2028',
    '\u{1F600}',
  );
  const text = (maxLength: number) =>
    fc.oneof(odd, fc.string({ minLength: 1, maxLength: Math.min(maxLength, 40) }));
  const login = fc.constantFrom('ada', '123', 'null', 'true', '0x1f', '1e5', 'no', 'contoso-team');
  const version = fc.constantFrom(
    '1',
    '1.0',
    '1.10',
    '1.0.0',
    '1.0.0-Beta',
    '1.0.0.0',
    '1e3',
    '0x10',
    '1_0',
    '.5',
    'true',
  );
  const optional = <T>(key: string, value: fc.Arbitrary<T>) =>
    fc.option(value, { nil: undefined }).map((found) => (found === undefined ? {} : { [key]: found }));
  const deprecation = fc
    .tuple(
      fc.subarray(['Legacy', 'CriticalBugs', 'Other'], { minLength: 1 }),
      optional('message', text(1000)),
      optional('replacement', text(100)),
      optional('replacementRange', text(40)),
    )
    .map(([reasons, ...rest]) => Object.assign({ reasons }, ...rest) as object);
  const recorded = fc
    .tuple(
      version,
      fc.boolean(),
      login,
      optional('deprecated', deprecation),
      optional('proof', fc.constant({ kind: 'key', reference: 'a: b' })),
      optional(
        'approvals',
        fc.array(fc.record({ rule: fc.constant('NAME_SIMILAR'), by: login, reason: text(1000) }), {
          minLength: 1,
          maxLength: 2,
        }),
      ),
    )
    .map(([name, listed, publisher, ...rest]) => ({
      version: name,
      sha512: hashOf(name),
      sizeBytes: 1000,
      published: '2026-01-01T09:30:00.5Z',
      publisher,
      listed,
      ...Object.assign({}, ...rest),
    }));
  const removed = fc.tuple(version, text(100)).map(([name, reason]) => ({
    version: name,
    sha512: name,
    removed: '2026-01-01T09:30:00Z',
    by: 'ada',
    reason,
  }));
  return fc
    .tuple(
      text(100),
      fc.array(login, { minLength: 1, maxLength: 3 }),
      fc.dictionary(login, fc.integer({ min: 1 }), { maxKeys: 3 }),
      fc.array(text(20), { maxLength: 2 }),
      optional('deprecated', deprecation),
      fc.array(recorded, { maxLength: 3 }),
      fc.array(removed, { maxLength: 2 }),
    )
    .map(([id, owners, githubIds, categories, deprecated, versions, gone]) =>
      recordSchema.parse({ id, owners, githubIds, categories, ...deprecated, versions, removed: gone }),
    );
}
