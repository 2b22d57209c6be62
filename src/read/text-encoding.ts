/** Text files of packages come in the encodings that editors have used over the years; they are read as PowerShell 7 reads them. */

const utf8 = new TextDecoder('utf-8');
const utf16le = new TextDecoder('utf-16le');
const utf16be = new TextDecoder('utf-16be');

/**
 * By its byte order mark, else as UTF-8; what is not valid there becomes U+FFFD, as in PowerShell 7. The mark is not
 * part of the text.
 */
export function decodePowerShell(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 ? decodeUtf32(bytes, true) : utf16le.decode(bytes);
  }
  if (first === 0xfe && second === 0xff) return utf16be.decode(bytes);
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return decodeUtf32(bytes, false);
  return utf8.decode(bytes);
}

/** The same, and UTF-16 without a mark, which people can read even where PowerShell cannot. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, , fourth] = bytes;
  // No text holds NUL characters, but every second byte of plain UTF-16 is one.
  const isBare = first !== 0 && first !== 0xff && second === 0 && fourth === 0;
  return isBare ? utf16le.decode(bytes) : decodePowerShell(bytes);
}

function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    text += isCharacter ? String.fromCodePoint(code) : '\ufffd';
  }
  return text;
}
