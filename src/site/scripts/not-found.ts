/** Leads from an address in the wrong case to the right one, and says what is there where a version is not. */
import { findLost, lostPackage, lowerCasePath } from '../lost-address.ts';
import { type NameShard, shardName } from '../name-index.ts';

const box = document.querySelector<HTMLElement>('[data-lost]');
const base = box?.dataset['lost'] ?? '/';
const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : '';
const lost = lostPackage(path);
const lower = lowerCasePath(path);

if (lower !== undefined && (await fetch(base + lower, { method: 'HEAD' })).ok) location.replace(base + lower);

if (box && lost) {
  const response = await fetch(`${base}names/${shardName(lost.name)}.json`);
  const shard: NameShard = response.ok ? ((await response.json()) as NameShard) : {};
  const answer = findLost(lost, shard);
  // The same address again would lead in a circle.
  if (answer.kind === 'found' && base + answer.path !== location.pathname)
    location.replace(base + answer.path);
  else if (answer.kind === 'no-version') {
    const link = document.createElement('a');
    link.href = `${base}packages/${answer.id}/`;
    link.textContent = answer.id;
    box.append(
      link,
      ` has no version ${answer.version}. There is ${answer.versions.slice(-8).reverse().join(', ')}.`,
    );
  } else if (answer.kind === 'unknown') {
    box.textContent = `No package is called ${answer.name}.`;
  }
}
