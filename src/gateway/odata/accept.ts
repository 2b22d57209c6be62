/**
 * Atom or JSON. Clients of V2 read Atom, and name it, or nothing, in Accept; JSON is for those who ask for it. It is
 * the verbose JSON of OData 2, `{"d":{"results":[…]}}`, whatever `;odata=` says: no other is part of NuGet's V2, and
 * a client that knows a lighter one is told by the content type that this is not it.
 */
export type ResponseFormat = 'atom' | 'json-verbose';

/** Longer ones are cut: no client writes more. */
const ACCEPT_MAX_LENGTH = 1_000;

const ATOM_TYPES = [
  'application/atom+xml',
  'application/xml',
  'text/xml',
  'application/xhtml+xml',
  'text/html',
];

/**
 * `$format` decides where it is given. Of Accept, the type that is wanted most, and of two wanted alike the one that
 * stands first; a range of types names neither, and a header that names neither gets Atom rather than a refusal.
 * @param acceptHeader  as it came, or null
 */
export function chooseFormat(
  acceptHeader: string | null,
  formatOption: 'atom' | 'json' | undefined,
): ResponseFormat {
  if (formatOption !== undefined) return formatOption === 'json' ? 'json-verbose' : 'atom';
  let best: ResponseFormat = 'atom';
  let bestWeight = 0;
  for (const piece of (acceptHeader ?? '').slice(0, ACCEPT_MAX_LENGTH).split(',')) {
    const [type = '', ...parameters] = piece.split(';').map((part) => part.trim().toLowerCase());
    const format = formatOf(type);
    const weight = weightOf(parameters);
    if (format === undefined || weight <= bestWeight) continue;
    best = format;
    bestWeight = weight;
  }
  return best;
}

function formatOf(type: string): ResponseFormat | undefined {
  if (type === 'application/json') return 'json-verbose';
  return ATOM_TYPES.includes(type) ? 'atom' : undefined;
}

/** From 0, not wanted, to 1. What is no weight counts as none given, which means 1. */
function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return weight !== undefined && /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 1;
}
