/** The command line, run in this process: what it prints, and how it ends. */
import { runCommandLine } from '../../src/cli/main.ts';
import { VERBS } from '../../src/cli/verbs.ts';

export interface VerbRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function runVerb(...words: readonly string[]): Promise<VerbRun> {
  let out = '';
  let err = '';
  const code = await runCommandLine(words, VERBS, {
    out: (text) => {
      out += text;
    },
    say: (line) => {
      err += `${line}\n`;
    },
    progress: () => {},
    outStyle: { isColoured: false },
    errStyle: { isColoured: false },
  });
  return { code, out, err };
}
