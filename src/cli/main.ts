/** The command line: finds the verb, runs it, and turns what went wrong into a sentence and an exit code. */
import { GalleryError } from '../domain/gallery-error.ts';
import { printable } from '../report/printable.ts';
import { formatOverview, formatVerbHelp } from './help.ts';
import { parseVerbArguments } from './parse-arguments.ts';
import type { Terminal } from './terminal.ts';
import { type ExitCode, UsageError, type Verb } from './verb.ts';

/** Verbs are loaded when they are asked for: `inspect` need not wait for what `build` imports. */
export type VerbLoader = () => Promise<Verb>;

export async function runCommandLine(
  words: readonly string[],
  verbs: Readonly<Record<string, VerbLoader>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const wanted = rest[0] === undefined ? undefined : verbs[rest[0]];
    if (wanted) terminal.out(formatVerbHelp(await wanted()));
    else terminal.out(formatOverview(await Promise.all(Object.values(verbs).map((load) => load()))));
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!load) {
    terminal.say(
      `pwshelf: there is no verb "${printable(name)}". The verbs are ${Object.keys(verbs).join(', ')}.`,
    );
    return 2;
  }
  try {
    const verb = await load();
    const args = parseVerbArguments(verb, rest);
    if (args !== 'help') return await verb.run(args, terminal);
    terminal.out(formatVerbHelp(verb));
    return 0;
  } catch (error) {
    terminal.say(`pwshelf: ${failureText(error)}`);
    if (error instanceof UsageError) terminal.say(`\`pwshelf ${name} --help\` shows how it is used.`);
    return 2;
  }
}

function failureText(error: unknown): string {
  if (error instanceof GalleryError)
    return printable([error.message, error.hint].filter(Boolean).join('\n  → '));
  if (error instanceof UsageError) return printable(error.message);
  if (!(error instanceof Error)) return String(error);
  // A system error has a code and a message that names the file; anything else is a defect and shows where.
  return printable('syscall' in error ? error.message : (error.stack ?? error.message));
}
