/** Which files this process holds open; on a leak they grow until nothing can be opened any more. */
import { readdirSync, readlinkSync } from 'node:fs';

export function openFilesBelow(folder: string): number {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
    } catch {
      // The handle with which the folder was listed is closed by now.
      return false;
    }
  }).length;
}
