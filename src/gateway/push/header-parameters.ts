/** Header values of the form `form-data; name=package; filename="a.nupkg"`, read strictly and in one pass. */

export interface ParameterHeader {
  /** What stands before the parameters, in lower case. */
  readonly value: string;
  /** By their names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

const MAX_LENGTH = 1000;
const VALUE = /^[!#$%&'*+.^_`|~0-9A-Za-z/-]+/;
/** A token, or a text in quotes whose backslashes are undone; around both, blanks. */
const PARAMETER = /[ \t]*;(?:[ \t]*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:([^\s;"]+)|"((?:[^"\\]|\\.)*)"))?[ \t]*/y;

/** Undefined when it is of another form, or when a parameter comes twice: then two readers could read two things. */
export function parseParameterHeader(text: string): ParameterHeader | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const trimmed = text.trim();
  const value = VALUE.exec(trimmed)?.[0];
  if (value === undefined) return undefined;
  const parameters = new Map<string, string>();
  let at = value.length;
  while (at < trimmed.length) {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(trimmed);
    if (!match) return undefined;
    const [, name, token, quoted] = match;
    if (name !== undefined) {
      const key = name.toLowerCase();
      if (parameters.has(key)) return undefined;
      parameters.set(key, token ?? (quoted ?? '').replace(/\\(.)/g, '$1'));
    }
    at = PARAMETER.lastIndex;
  }
  return { value: value.toLowerCase(), parameters };
}
