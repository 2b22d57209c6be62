/**
 * The least that any build must do, as one process by itself: read each blob, hash it, unpack its nuspec. No checks,
 * no output. Prints its use of the machine as JSON.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { usageSinceStart } from './usage.ts';

const folder = join(process.argv[2] ?? '.', 'blobs');
let unpackedBytes = 0;
for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name));
  createHash('sha512').update(bytes).digest('base64');
  unpackedBytes += nuspecOf(bytes).length;
}
process.stdout.write(JSON.stringify({ ...usageSinceStart(), unpackedBytes }));

/** From the central directory of a well-formed archive without a comment. */
function nuspecOf(bytes: Buffer): Uint8Array {
  const end = bytes.length - 22;
  let at = bytes.readUInt32LE(end + 16);
  while (at < end) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('latin1', at + 46, at + 46 + nameLength);
    if (name.endsWith('.nuspec')) {
      const local = bytes.readUInt32LE(at + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      return inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20)));
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  throw new Error('no nuspec');
}
