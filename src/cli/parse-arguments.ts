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
  const { values, positionals } = parsed(verb, words, { ...options, help: { type: 'boolean', short: 'h' } });
  if (values['help'] === true) return 'help';
  const { min, max } = verb.operandCount;
  if (positionals.length < min || positionals.length > max) {
    const found = positionals.length === 0 ? 'none was given' : `${positionals.length} were given`;
    throw new UsageError(
      `${verb.name} takes ${verb.operands === '' ? 'no operands' : verb.operands}; ${found}.`,
    );
  }
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
