/** Keys are known by their SHA-256, and compared so that the time tells nothing of them. */

/** Of a text in UTF-8; 32 bytes. */
export async function digestOf(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** Looks at every byte, wherever they differ. */
export function isSameDigest(given: Uint8Array, expected: Uint8Array): boolean {
  let difference = given.length ^ expected.length;
  for (const [at, byte] of given.entries()) difference |= byte ^ (expected[at] ?? 0);
  return difference === 0;
}
