/** `--help`, made from the verbs themselves. */
import type { Verb } from './verb.ts';

const COLUMN = 26;

export function formatOverview(verbs: readonly Verb[]): string {
  const lines = verbs.map(({ name, summary }) => `  ${name.padEnd(COLUMN - 2)}${summary}`);
  return `pwshelf: a PowerShell gallery from a git repository, as static files

Usage: pwshelf VERB [OPERANDS] [OPTIONS]

Verbs:
${lines.join('\n')}

\`pwshelf VERB --help\` tells more, with examples.
Exit codes: 0 fine; 1 findings of severity error, or a refusal; 2 could not run.
`;
}

export function formatVerbHelp(verb: Verb): string {
  const options = Object.entries({ ...verb.options, help: { help: 'print this' } });
  const optionLines = options.map(([name, option]) => {
    const value = 'value' in option && option.value !== undefined ? ` ${option.value}` : '';
    const head = `--${name}${value}`;
    const gap = head.length < COLUMN - 2 ? '' : `\n${' '.repeat(COLUMN)}`;
    return `  ${gap === '' ? head.padEnd(COLUMN - 2) : head}${gap}${option.help}`;
  });
  const exampleLines = verb.examples.map(([command, does]) => `  ${command}\n      ${does}`);
  const usage = ['pwshelf', verb.name, verb.operands, '[OPTIONS]'].filter((word) => word !== '').join(' ');
  return [
    `Usage: ${usage}`,
    ...verb.about,
    `Options:\n${optionLines.join('\n')}`,
    `Examples:\n${exampleLines.join('\n')}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
