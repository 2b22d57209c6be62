/**
 * The reason phrase of a refusal. dotnet, nuget and PSResourceGet show nothing else of an answer to their users, and
 * PSResourceGet looks for numbers of statuses in it, so no other number of that kind may stand there.
 */
import { headerLine } from './header-line.ts';

const STATUSES = /4(?:00|01|03|09)/g;
const MAX_LENGTH = 400;

/** One line of ASCII. */
export function reasonPhrase(sentence: string): string {
  return headerLine(sentence)
    .replace(STATUSES, (digits) => [...digits].join(' '))
    .slice(0, MAX_LENGTH);
}
