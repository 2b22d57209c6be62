/** Files of packages in the browser: a package is fetched once, and unpacked as far as it is looked at. */
import { unzip } from 'fflate';
import { type DiffHunk, diffHunks } from '../../report/file-diff.ts';

const MAX_BYTES = 1024 * 1024;
const packages = new Map<string, Promise<Uint8Array>>();

export async function fileDifference(
  before: string,
  after: string,
  path: string,
): Promise<readonly DiffHunk[] | 'not-text' | 'too-much'> {
  const [one, other] = await Promise.all([textOf(before, path), textOf(after, path)]);
  if (one === undefined || other === undefined) return 'not-text';
  return diffHunks(one, other) ?? 'too-much';
}

/** Undefined for what is no text, or longer than anybody reads. */
async function textOf(blob: string, path: string): Promise<string | undefined> {
  const known = packages.get(blob) ?? fetchBytes(blob);
  packages.set(blob, known);
  const bytes = await entryOf(await known, path);
  if (!bytes || bytes.length > MAX_BYTES) return undefined;
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? undefined : text;
}

async function fetchBytes(blob: string): Promise<Uint8Array> {
  const response = await fetch(blob);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function entryOf(bytes: Uint8Array, path: string): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) =>
      originalSize <= MAX_BYTES && (name === path || unescaped(name) === path);
    unzip(bytes, { filter }, (error, files) => {
      if (error) reject(error);
      else resolve(Object.values(files)[0]);
    });
  });
}

/** Packers percent-encode what an address could not hold. */
function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
