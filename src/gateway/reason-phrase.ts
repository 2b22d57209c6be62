/**
 * The reason phrase of a refusal. dotnet, nuget and PSResourceGet show nothing else of an answer to their users, and
 * PSResourceGet looks for numbers of statuses in it, so no other number of that kind may stand there.
 */
const MAX_LENGTH = 400;
const STATUSES = /4(?:00|01|03|09)/g;

/** One line of ASCII. */
export function reasonPhrase(sentence: string): string {
  const plain = sentence
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’“”`"]/g, "'")
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(STATUSES, (digits) => [...digits].join(' '))
    .replace(/ {2,}/g, ' ')
    .trim();
  return plain.length <= MAX_LENGTH ? plain : `${plain.slice(0, MAX_LENGTH - 3).trimEnd()}...`;
}
