/**
 * One commit on top of another, by a single process of git, however many files it changes. No branch, working tree or index
 * knows of it yet. What git says it has written is on the disk, not only on its way there.
 */
import type { CommitPerson, IndexCommit } from './commit-index.ts';
import { GIT_DURABLE, type GitRepository } from './git-repository.ts';

/** Keeps the newest commit from being swept up before its branch knows it. */
const IMPORT_REF = 'refs/pwshelf/import';
const COMMIT_MARK = ':1';
/** So few objects become files of their own at once: the pack before that is not worth compressing. */
const UNPACKED = ['-c', 'pack.compression=0'];

export interface ImportedCommit extends Omit<IndexCommit, 'base' | 'merged'> {
  readonly base: string;
  readonly committer: CommitPerson;
}

/** @returns the name of the commit: the same facts make the same one */
export async function importCommit({ git }: GitRepository, commit: ImportedCommit): Promise<string> {
  const args = ['fast-import', '--quiet', '--force', '--date-format=raw'];
  const made = await git([...GIT_DURABLE, ...UNPACKED, ...args], { input: formatStream(commit) });
  return made.trim();
}

function formatStream({ base, files, message, author, committer, date }: ImportedCommit): Uint8Array {
  const time = `${Math.floor(Date.parse(date) / 1000)} +0000`;
  const parts: (string | Uint8Array)[] = [
    // Without the last line of the stream nothing of it counts.
    'feature done\n',
    `commit ${IMPORT_REF}\nmark ${COMMIT_MARK}\n`,
    `author ${formatPerson(author)} ${time}\ncommitter ${formatPerson(committer)} ${time}\n`,
    ...formatData(Buffer.from(message, 'utf8')),
    `from ${base}\n`,
  ];
  for (const { path, content } of files) {
    if (content === undefined) parts.push(`D ${formatPath(path)}\n`);
    else {
      parts.push(`M 100644 inline ${formatPath(path)}\n`);
      parts.push(...formatData(typeof content === 'string' ? Buffer.from(content, 'utf8') : content));
    }
  }
  parts.push(`\nget-mark ${COMMIT_MARK}\ndone\n`);
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)));
}

function formatData(bytes: Uint8Array): readonly (string | Uint8Array)[] {
  return [`data ${bytes.length}\n`, bytes, '\n'];
}

function formatPerson({ name, email }: CommitPerson): string {
  return `${plain(name)} <${plain(email)}>`;
}

/** What would end a name too early. */
function plain(text: string): string {
  return text.replace(/[<>\p{Cc}]/gu, '').trim();
}

function formatPath(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
