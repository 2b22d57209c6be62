/** SHA-512 of a whole .nupkg, base64, 88 characters: the form V2 calls `PackageHash`. */
declare const brand: unique symbol;
export type PackageHash = string & { readonly [brand]: 'PackageHash' };

const PATTERN = /^[A-Za-z0-9+/]{86}==$/;

export function isPackageHash(text: string): text is PackageHash {
  return PATTERN.test(text);
}
