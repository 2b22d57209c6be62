/** Which names a gateway may take in, as they are given on the command line. */
import { PACKAGE_ID_MAX_LENGTH } from '../../domain/package-id.ts';
import { fail, ok, type Result } from '../../domain/result.ts';

const PATTERN = /^[A-Za-z0-9_.*-]+$/;

/**
 * @param text  ids and patterns with commas between: `Pester,Az.*`; * stands for any characters
 * @returns at least one; fails with a sentence
 */
export function parseTakePatterns(text: string): Result<readonly string[], string> {
  const patterns = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (patterns.length === 0)
    return fail('No package is named that may be taken in; Pester,Az.* would be such a list.');
  const wrong = patterns.find((part) => !PATTERN.test(part) || part.length > PACKAGE_ID_MAX_LENGTH);
  return wrong === undefined ? ok(patterns) : fail(`${wrong} is neither an id nor a pattern such as Az.*`);
}
