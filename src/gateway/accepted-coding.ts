/** Accept-Encoding of RFC 9110: which compression a client takes, by its own weights. */

export type Coding = 'br' | 'gzip';

/** For clients that like them equally: the smaller one first. */
const OFFERED: readonly Coding[] = ['br', 'gzip'];
/** A longer header is no header of a client. */
const LONGEST = 1024;

/** @returns undefined when the answer must be sent as it is */
export function preferredCoding(header: string | null): Coding | undefined {
  if (header === null || header.length > LONGEST) return undefined;
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    weights.set(name, weightOf(parameters));
  }
  const weightOfCoding = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
  const best = [...OFFERED].sort((a, b) => weightOfCoding(b) - weightOfCoding(a))[0];
  if (best === undefined || weightOfCoding(best) === 0) return undefined;
  // Who names identity and likes it better than every compression gets it.
  return (weights.get('identity') ?? 0) > weightOfCoding(best) ? undefined : best;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  if (quality === undefined) return 1;
  const weight = /^q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(quality) ? Number(quality.slice(2)) : 0;
  return weight;
}
