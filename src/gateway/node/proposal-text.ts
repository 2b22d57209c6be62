/** What a pull request says that stands for a push: what, by whom, and what was found. It is Markdown, and no word of it acts. */
import type { LandingChange } from '../../io/landing.ts';
import { printable } from '../../report/printable.ts';
import { formatFindings } from '../../report/terminal-text.ts';

/** GitHub takes 65,536. */
const MOST_CHARACTERS = 60_000;

export function formatProposal({ subject, lines, author, files, findings }: LandingChange): string {
  const told = [subject, '', `By: ${author.name}`, ...lines, '', 'Files:', ...files.map(({ path }) => path)];
  const found = formatFindings(findings, { isColoured: false });
  return [
    'This was pushed to the gateway of this gallery with a key. It went through all checks, and waits for a maintainer: merging it publishes it.',
    fenced(told.join('\n')),
    ...(findings.length === 0 ? [] : ['What the checks say of it:', fenced(found)]),
  ].join('\n\n');
}

/** Texts of packages may hold anything, a fence too. */
function fenced(text: string): string {
  const short = printable(text).slice(0, MOST_CHARACTERS / 2);
  const longest = Math.max(2, ...[...short.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${short}\n${fence}`;
}
