import { describe, expect, it } from 'vitest';
import { recordSchema } from '../../src/domain/record.ts';
import { auditLog, type IndexCommitFacts } from '../../src/publish/audit-log.ts';

const RUN = 'https://github.com/contoso/gallery/actions/runs/1';
const version = (number: string, published: string, kind: string) => ({
  version: number,
  sha512: `${'A'.repeat(86)}==`,
  sizeBytes: 1,
  published,
  publisher: 'ada',
  proof: { kind, reference: RUN },
});
const TOOLS = recordSchema.parse({
  id: 'Sample.Tools',
  owners: ['ada'],
  versions: [
    version('1.0.0', '2026-01-01T00:00:00Z', 'pull-request'),
    version('1.1.0', '2026-02-01T00:00:00Z', 'key'),
  ],
  removed: [
    {
      version: '0.9.0',
      sha512: 'x',
      removed: '2026-01-15T00:00:00Z',
      by: 'maintainer',
      reason: 'Held a password.',
    },
  ],
});
const KIT = recordSchema.parse({
  id: 'Other.Kit',
  owners: ['grace'],
  versions: [version('2.0.0', '2026-01-20T00:00:00Z', 'local')],
});

const commit = (at: string, message: string): IndexCommitFacts => ({
  commit: 'c'.repeat(40),
  at,
  author: 'ada',
  message,
});
const words = (commits: readonly IndexCommitFacts[], id?: string) =>
  auditLog([TOOLS, KIT], commits, id).map((entry) => [entry.what, entry.id, entry.version].join(' '));

it('tells of all records, the newest first', () => {
  expect(words([])).toEqual([
    'published Sample.Tools 1.1.0',
    'published Other.Kit 2.0.0',
    'removed Sample.Tools 0.9.0',
    'published Sample.Tools 1.0.0',
  ]);
  expect(words([], 'OTHER.kit')).toEqual(['published Other.Kit 2.0.0']);
});

describe('commits', () => {
  it('tell of what records keep no date of', () => {
    const unlist = commit(
      '2026-03-01T00:00:00Z',
      `Unlist Sample.Tools 1.0.0\n\nPipeline-Request: x\nKey: ada-ci\nRun: ${RUN}\n`,
    );
    const [first] = auditLog([TOOLS], [unlist], undefined);
    expect(first).toMatchObject({
      what: 'unlisted',
      version: '1.0.0',
      by: 'ada',
      proof: { kind: 'key', keyId: 'ada-ci', reference: RUN },
      change: 'c'.repeat(40),
    });
  });

  it('of a gateway tell what was pushed to it', () => {
    const relist = commit(
      '2026-03-02T00:00:00Z',
      'Relist Sample.Tools 1.0.0\n\nPush: request-1\nKey: ada-gw\n',
    );
    expect(auditLog([TOOLS], [relist], undefined)[0]).toMatchObject({
      what: 'relisted',
      by: 'ada',
      proof: { kind: 'key', keyId: 'ada-gw' },
    });
  });

  it('are named beside what they published, once', () => {
    const made = commit(
      '2026-02-01T00:00:00Z',
      `Publish Sample.Tools 1.1.0\n\nPipeline-Request: x\nKey: ada-ci\n`,
    );
    expect(auditLog([TOOLS], [made], 'Sample.Tools')).toHaveLength(3);
    expect(auditLog([TOOLS], [made], 'Sample.Tools')[0]).toMatchObject({
      what: 'published',
      change: 'c'.repeat(40),
    });
  });

  it('of people, who may write what they like, do not count', () => {
    expect(words([commit('2026-03-01T00:00:00Z', 'Unlist Sample.Tools 1.0.0\n')])).toHaveLength(4);
  });
});
