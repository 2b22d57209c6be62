/** Base64 in its one spelling: what Node reads leniently would give one signature many texts. */

/** @returns undefined unless the text is the base64 of exactly so many bytes, padding included */
export function decodeStrictBase64(text: string, byteCount: number): Uint8Array | undefined {
  // Long texts are turned away before they are decoded.
  if (text.length !== Math.ceil(byteCount / 3) * 4) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === byteCount && bytes.toString('base64') === text ? bytes : undefined;
}
