/** A server's door in a process of its own, to be killed: packages come in a line of JSON each, and so do the answers go. */
import { createInterface } from 'node:readline';
import { createIndexDoor } from '../../src/gateway/node/index-door.ts';
import { dieAt } from './die-at.ts';
import { type MadePackage, packMade } from './made-package.ts';

interface Asked {
  readonly at: number;
  readonly now: string;
  readonly keyId: string;
  readonly made: MadePackage;
}

const [indexDir = '', mode = 'clone', dyingFrom, dyingAt = '0'] = process.argv.slice(2);
if (dyingFrom === 'start') dieAt(Number(dyingAt));
let now = '2026-03-10T12:00:00Z';
const door = await createIndexDoor({
  indexDir,
  cacheDir: undefined,
  mode: mode === 'remote' ? 'remote' : 'clone',
  committer: { name: 'Gallery', email: 'gallery@example.org' },
  now: () => now,
  onLanded: () => undefined,
  log: (line) => console.error(line),
});
const tell = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);
tell({ ready: true });
if (dyingFrom === 'ready') dieAt(Number(dyingAt));

const underway: Promise<unknown>[] = [];
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line) as Asked;
  now = asked.now;
  const authorized = {
    publisher: asked.keyId.replace('-ci', ''),
    proof: { kind: 'key', keyId: asked.keyId },
    grants: [{ scopes: ['push-new', 'push-version'], ids: ['*'] }],
  } as const;
  const pushing = packMade(asked.made)
    .then((bytes) => door.publish({ authorized, bytes, requestId: `r${asked.at}` }))
    .then(
      (outcome) =>
        tell({ at: asked.at, kind: outcome.kind, codes: outcome.findings.map(({ code }) => code) }),
      (error: unknown) => tell({ at: asked.at, kind: 'failed', codes: [String(error)] }),
    );
  underway.push(pushing);
}
// A package that is still being packed has not knocked yet.
await Promise.all(underway);
await door.close();
