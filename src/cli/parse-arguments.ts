/** Words of the command line → what a verb was asked for, or a UsageError that says what was meant instead. */
import { parseArgs } from 'node:util';
import { UsageError, type Verb, type VerbArguments } from './verb.ts';

/** @returns 'help' when that is what was asked for */
export function parseVerbArguments(verb: Verb, words: readonly string[]): VerbArguments | 'help' {
  const options = Object.fromEntries(
    Object.entries(verb.options).map(([name, option]) => [
      name,
      {
        type: option.value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: option.isMultiple ?? false,
      },
    ]),
  );
  const { values, positionals } = parsed(verb, withChosen(verb, words), {
    ...options,
    help: { type: 'boolean', short: 'h' },
  });
  if (values['help'] === true) return 'help';
  const { min, max } = verb.operandCount;
  if (positionals.length < min || positionals.length > max) {
    const found = foundWords(positionals);
    throw new UsageError(
      `${verb.name} takes ${verb.operands === '' ? 'no operands' : verb.operands}; ${found}.`,
    );
  }
  refuseUnknownChoice(verb, values);
  return {
    positionals,
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    texts: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    },
    isSet: (name) => values[name] === true,
  };
}

/** By their names: a value that no option takes is one of them, such as that of `--log yaml`. */
function foundWords(positionals: readonly string[]): string {
  if (positionals.length === 0) return 'none was given';
  const [first] = positionals;
  return positionals.length === 1 ? `${first} was given` : `${positionals.join(', ')} were given`;
}

/** `--log` alone, and before another option, is `--log=text`. */
function withChosen(verb: Verb, words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return words.map((word, at) => {
    const choices = end < 0 || at < end ? choicesOf(verb, word) : undefined;
    return choices && !choices.includes(words[at + 1] ?? '') ? `${word}=${choices[0]}` : word;
  });
}

function choicesOf(verb: Verb, word: string): readonly [string, ...string[]] | undefined {
  const name = word.startsWith('--') ? word.slice(2) : '';
  return Object.hasOwn(verb.options, name) ? verb.options[name]?.choices : undefined;
}

function refuseUnknownChoice(verb: Verb, values: Readonly<Record<string, unknown>>): void {
  for (const [name, { choices }] of Object.entries(verb.options)) {
    const value = values[name];
    if (choices && typeof value === 'string' && !choices.includes(value))
      throw new UsageError(`--${name} ${value} is not one of ${choices.join(', ')}.`);
  }
}

function parsed(
  verb: Verb,
  words: readonly string[],
  options: Record<string, { type: 'boolean' | 'string'; multiple?: boolean; short?: string }>,
) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new UsageError(`${verb.name}: ${message}. It knows ${known.join(', ')}.`);
  }
}
