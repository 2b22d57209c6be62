/** A query as .NET's HttpUtility writes it: a blank is `+`, escapes are in lower case, and the keys are left as they are. */

/** @param pairs  in the order of the address */
export function formQuery(pairs: readonly (readonly [key: string, value: string])[]): string {
  return pairs.map(([key, value]) => `${key}=${formEncode(value)}`).join('&');
}

/** Windows PowerShell 5.1, on the .NET Framework, escapes the keys too. */
export function escapeQueryKeys(url: string): string {
  const at = url.indexOf('?');
  const pairs = url.slice(at + 1).split('&');
  const escaped = pairs.map((pair) => {
    const [key = '', ...value] = pair.split('=');
    return [formEncode(key), ...value].join('=');
  });
  return `${url.slice(0, at)}?${escaped.join('&')}`;
}

function formEncode(text: string): string {
  return [...new TextEncoder().encode(text)].map(encodeByte).join('');
}

function encodeByte(byte: number): string {
  const letter = String.fromCharCode(byte);
  if (/[A-Za-z0-9\-_.!*()]/.test(letter)) return letter;
  if (letter === ' ') return '+';
  return `%${byte.toString(16).padStart(2, '0')}`;
}
