/** Text files of packages come in the encodings that editors have used over the years; they are read as PowerShell 7 reads them. */

const utf8 = new TextDecoder('utf-8');
const utf16le = new TextDecoder('utf-16le');
const utf16be = new TextDecoder('utf-16be');

/**
 * By its byte order mark, else as UTF-8; what is not valid there becomes U+FFFD, as in PowerShell 7. The mark is not
 * part of the text.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16le.decode(bytes);
  if (first === 0xfe && second === 0xff) return utf16be.decode(bytes);
  // No text holds NUL characters, but every second byte of plain UTF-16 is one.
  if (first !== 0 && second === 0 && bytes[3] === 0) return utf16le.decode(bytes);
  return utf8.decode(bytes);
}
