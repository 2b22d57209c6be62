/** Questions on a terminal, for what was not given as an option. */
import { createInterface } from 'node:readline/promises';

export interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Data goes to stdout, so questions go to stderr. */
export const PROCESS_STREAMS: Streams = { input: process.stdin, output: process.stderr };

export function canAsk({ input, output }: Streams): boolean {
  return input.isTTY === true && output.isTTY === true;
}

/** One question after the other; an empty line takes the suggestion. */
export async function ask(
  { input, output }: Streams,
  question: string,
  suggestion: string | undefined,
): Promise<string | undefined> {
  const lines = createInterface({ input, output, terminal: false });
  try {
    const answer = await lines.question(
      suggestion === undefined ? `${question}: ` : `${question} [${suggestion}]: `,
    );
    return answer.trim() || suggestion;
  } finally {
    lines.close();
  }
}
