/** `npm run bench -- [builds|search|gateway|pushes] [options]`: measures, and never fails because a machine is slow. */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  builds: () => import('./bench/builds.ts'),
  search: () => import('./bench/search.ts'),
  gateway: () => import('./bench/gateway.ts'),
  pushes: () => import('./bench/pushes.ts'),
};

const [asked = 'builds'] = process.argv.slice(2);
const isNamed = !asked.startsWith('-');
const bench = BENCHES[isNamed ? asked : 'builds'];
if (!bench) {
  process.stderr.write(`There is no bench ${asked}: take one of ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  if (isNamed) process.argv.splice(2, 1);
  await bench();
}

export {};
