/** Where a verb talks: data on stdout, everything for people on stderr. */
import type { TerminalStyle } from '../report/terminal-text.ts';

export interface Terminal {
  /** Data, as other programs read it. */
  readonly out: (text: string) => void;
  /** A line for people. */
  readonly say: (line: string) => void;
  /** A line that the next one replaces; where that cannot be done, only the last one of a stage is shown. */
  readonly progress: (line: string, isLast: boolean) => void;
  readonly outStyle: TerminalStyle;
  readonly errStyle: TerminalStyle;
}

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const isColoured = (stream: { readonly isTTY?: boolean }) =>
    stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  let isLineOpen = false;
  const closeLine = () => {
    if (isLineOpen) stderr.write('\r\u001b[K');
    isLineOpen = false;
  };
  return {
    out: (text) => void stdout.write(text),
    say: (line) => {
      closeLine();
      stderr.write(`${line}\n`);
    },
    progress: (line, isLast) => {
      if (stderr.isTTY) {
        closeLine();
        stderr.write(isLast ? `${line}\n` : line);
        isLineOpen = !isLast;
      } else if (isLast) stderr.write(`${line}\n`);
    },
    outStyle: { isColoured: isColoured(stdout) },
    errStyle: { isColoured: isColoured(stderr) },
  };
}
