import { expect, it } from 'vitest';
import type { GitRepository } from '../../src/io/git-repository.ts';
import { openProposedPackages } from '../../src/io/proposed-packages.ts';
import { sortChanges } from '../../src/publish/request/tree-change.ts';
import { pullTooLarge } from '../../src/rules/pull-too-large.ts';
import { codesOf } from '../support/expect-findings.ts';
import { makeSettings } from '../support/make-gallery.ts';
import { treeChange } from '../support/request-facts.ts';

const MEBIBYTE = 1024 * 1024;

/** Ten blobs of one size; no byte of them is read. */
async function findingsOf(sizeBytes: number) {
  const oids = Array.from({ length: 10 }, (_, at) => String(at).repeat(40));
  const changes = oids.map((oid, at) => treeChange(`packages-index/blobs/A.${at}.0.0.nupkg`, { oid }));
  const repository: Pick<GitRepository, 'sizes' | 'bytes'> = {
    sizes: () => Promise.resolve(new Map(oids.map((oid) => [oid, sizeBytes]))),
    bytes: () => Promise.resolve(new Uint8Array()),
  };
  const opened = await openProposedPackages(
    repository as GitRepository,
    sortChanges(changes, []),
    makeSettings().policy,
  );
  return codesOf(opened.flatMap(({ findings }) => findings));
}

it('refuses more than is held in memory, before a byte is read', async () => {
  expect(await findingsOf(60 * MEBIBYTE)).toEqual([pullTooLarge.code]);
});

it('looks at each when all of them fit', async () => {
  expect(await findingsOf(50 * MEBIBYTE)).not.toContain(pullTooLarge.code);
});
