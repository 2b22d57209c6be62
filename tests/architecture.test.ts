/** The laws of the house: who may import whom, what a file is called, and where each thing is tested. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../src/domain/rule.ts';
import { RULES } from '../src/rules/index.ts';
import { PROJECT_ROOT } from './support/clients.ts';

const SOURCES = filesBelow('src', /\.(?:ts|astro)$/);

/** Which rooms each room may import, beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  rules: ['domain'],
  read: ['domain', 'rules'],
  feed: ['domain'],
  search: ['domain'],
  pack: ['domain', 'rules', 'read'],
  publish: ['domain', 'rules', 'read'],
  report: ['domain', 'rules'],
  io: ['domain', 'rules', 'read', 'pack', 'publish'],
  site: ['domain', 'feed', 'search', 'report', 'rules', 'read'],
  gateway: ['domain', 'rules', 'read', 'feed', 'search', 'pack', 'publish', 'report', 'io'],
  actions: ['domain', 'rules', 'read', 'feed', 'search', 'pack', 'publish', 'report', 'io'],
  cli: ['domain', 'rules', 'read', 'feed', 'search', 'pack', 'publish', 'report', 'io', 'site', 'gateway'],
};

/** The one file of the site that starts a build from a folder. */
const SITE_MAY_IMPORT_IO = ['src/site/feed-integration.ts'];

/** Node's modules that compute and touch nothing. */
const PURE_MODULES = [
  'node:zlib',
  'node:crypto',
  'node:stream',
  'node:stream/promises',
  // For the data of a dependency, read when it is first needed.
  'node:module',
];

describe('imports', () => {
  it.each(SOURCES)('of %s stay within its room and those below it', (file) => {
    const room = roomOf(file);
    const allowed = MAY_IMPORT[room];
    expect(allowed, `${room} is no room`).toBeDefined();
    const strangers = importsOf(file)
      .filter((target) => target.startsWith('.'))
      .map((target) => roomOf(join(file, '..', target)))
      .filter((other) => other !== room && !allowed?.includes(other))
      .filter((other) => !(other === 'io' && SITE_MAY_IMPORT_IO.includes(file)));
    expect(strangers).toEqual([]);
  });

  const pure = SOURCES.filter((file) => !['io', 'cli', 'gateway', 'actions', 'site'].includes(roomOf(file)));

  it.each(pure)('of %s are of no module that touches the world', (file) => {
    const touching = importsOf(file).filter(
      (target) => target.startsWith('node:') && !PURE_MODULES.includes(target),
    );
    expect(touching).toEqual([]);
  });

  it.each(pure)('and words of %s are of no clock and no dice', (file) => {
    expect(textOf(file)).not.toMatch(
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.env\b/,
    );
  });

  const gatewayCore = SOURCES.filter(
    (file) => file.startsWith('src/gateway/') && !file.startsWith('src/gateway/node/'),
  );

  // So that the gateway also runs where there is no Node: at the edge.
  it.each(gatewayCore)('of %s lead to no module of Node, by whatever way', (file) => {
    expect(waysToNode(file)).toEqual([]);
  });

  it.each(gatewayCore)('and words of %s are of nothing that only Node has', (file) => {
    expect(textOf(file)).not.toMatch(
      /\bBuffer\.|\bnew Buffer\b|\bprocess\.|\bglobalThis\.process\b|\b__dirname\b/,
    );
  });

  it('of the domain are of nothing but zod', () => {
    const foreign = SOURCES.filter((file) => roomOf(file) === 'domain').flatMap((file) =>
      importsOf(file).filter((target) => !target.startsWith('./') && target !== 'zod'),
    );
    expect(foreign).toEqual([]);
  });
});

describe('a file', () => {
  const all = [...SOURCES, ...filesBelow('scripts', /\.(?:ts|mjs)$/)];

  it.each(all)('%s opens with why it exists', (file) => {
    expect(textOf(file)).toMatch(/^(?:---\n)?\/\*\*/);
  });

  // The list of rules is one name a line, and as long as there are rules.
  const written = all.filter((file) => file !== 'src/rules/index.ts');

  it.each(written)('%s holds one idea: at most 300 lines', (file) => {
    expect(textOf(file).split('\n').length).toBeLessThanOrEqual(301);
  });

  it.each(all)('%s is called in kebab-case', (file) => {
    expect(file).toMatch(
      /^(?:[a-z0-9-]+\/)*(?:[a-z0-9-]+\/|\[[a-z]+\]\/)*(?:[a-z0-9.-]+|\[(?:\.\.\.)?[a-z]+\](?:\.[a-z]+)?)\.(?:ts|astro|mjs)$/,
    );
  });

  it('has no drawer for a home', () => {
    const drawers = all.filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|misc|lib)(?:\/|\.ts$)/.test(file),
    );
    expect(drawers).toEqual([]);
  });

  it('tells no path of a machine', () => {
    const tests = filesBelow('tests', /\.ts$/).filter((file) => file !== 'tests/architecture.test.ts');
    const telling = [...all, ...tests].filter((file) =>
      /\/home\/\w|\/Users\/\w|\/work\/|C:\\\\Users/.test(textOf(file)),
    );
    expect(telling).toEqual([]);
  });
});

describe('a rule', () => {
  const files = filesBelow('src/rules', /\.ts$/).filter((file) => !file.endsWith('/index.ts'));
  const codeOf = (file: string) =>
    file.slice('src/rules/'.length, -'.ts'.length).replaceAll('-', '_').toUpperCase();

  it('is in the list, once, with a code of its own', () => {
    expect(RULES.map(({ code }) => code).sort()).toEqual(files.map(codeOf).sort());
  });

  it.each(files)('in %s bears the name of its code', (file) => {
    expect(textOf(file)).toContain(`code: '${codeOf(file)}'`);
    expect(textOf(file)).toContain(`/** ${codeOf(file)}: `);
  });

  it.each(files)('in %s has its test', (file) => {
    expect(existsSync(testOf(file))).toBe(true);
  });

  it.each(RULES.map((rule: Rule) => [rule.code, rule] as const))('%s tells why, in sentences', (_, rule) => {
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.why).toMatch(/^[A-Z<].*\.$/s);
  });
});

describe('what is tested', () => {
  /**
   * Parts that show in the tests of the whole they belong to: `X` stands for tests/X. Types, and lists of addresses and
   * characters, have nothing of their own to hold.
   */
  const WITHIN: Readonly<Record<string, string>> = {
    'src/cli': 'cli',
    'src/io': 'cli',
    'src/site': 'site',
    'src/feed': 'feed',
    'src/read': 'read',
    'src/search': 'search',
    'src/pack': 'pack',
    'src/publish': 'publish',
    'src/report': 'report',
    'src/gateway': 'gateway',
    'src/actions': 'actions',
    'src/domain': 'domain',
    'src/rules': 'rules',
  };

  it.each(Object.entries(WITHIN))('%s has tests in tests/%s', (_, folder) => {
    expect(filesBelow(`tests/${folder}`, /\.test\.ts$/).length).toBeGreaterThan(0);
  });

  it('has its file in src: no test is left behind', () => {
    const orphans = Object.values(WITHIN)
      .flatMap((folder) => filesBelow(`tests/${folder}`, /\.test\.ts$/))
      .filter(
        (file) =>
          !existsSync(join(PROJECT_ROOT, file.replace(/^tests/, 'src').replace(/\.test\.ts$/, '.ts'))),
      )
      .filter((file) => !WHOLES.includes(file));
    expect(orphans).toEqual([]);
  });
});

describe('a law', () => {
  it('has its values from the seed that all laws have', () => {
    const others = filesBelow('tests', /\.ts$/)
      .filter((file) => importsOf(file).includes('fast-check'))
      .filter((file) => file !== 'tests/support/laws.ts');
    expect(others).toEqual([]);
  });
});

/** Tests of several files together. */
const WHOLES = [
  'tests/actions/push-to-live.test.ts',
  'tests/actions/request-cases.test.ts',
  'tests/cli/inspect-and-pack.test.ts',
  'tests/feed/golden.test.ts',
  'tests/feed/powershellget-2.test.ts',
  'tests/feed/psresourceget.test.ts',
  'tests/feed/links.test.ts',
  'tests/gateway/client-replays.test.ts',
  'tests/gateway/powershellget-2.test.ts',
  'tests/gateway/psresourceget.test.ts',
  'tests/gateway/node/index-door-kills.test.ts',
  'tests/gateway/node/index-door-remote.test.ts',
  'tests/gateway/node/index-door-steps.test.ts',
  'tests/gateway/node/index-door-upstream.test.ts',
  'tests/search/any-query.test.ts',
  'tests/site/browser.test.ts',
  'tests/site/browser-hostile.test.ts',
  'tests/site/browser-scripts.test.ts',
  'tests/site/browser-search.test.ts',
  'tests/site/colours.test.ts',
];

function filesBelow(folder: string, pattern: RegExp): readonly string[] {
  const root = join(PROJECT_ROOT, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .map((path) => `${folder}/${path}`)
    .sort();
}

function textOf(file: string): string {
  return readFileSync(join(PROJECT_ROOT, file), 'utf8');
}

function importsOf(file: string): readonly string[] {
  const found = textOf(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'|new URL\('([^']+\.ts)'/g);
  return [...found].map(([, target, worker]) => target ?? worker ?? '');
}

/** Imports that are still there when types are gone. */
function importsAtRun(file: string): readonly string[] {
  const found = textOf(file).matchAll(
    /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\bfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...found].map(([, target, dynamic]) => target ?? dynamic ?? '');
}

/** `a.ts > b.ts > node:fs` for every way from a file to a module of Node. */
function waysToNode(start: string): readonly string[] {
  const wayTo = new Map([[start, start]]);
  const ways: string[] = [];
  // A Map goes on with what is added while it is gone through.
  for (const [file, way] of wayTo) {
    for (const target of importsAtRun(file)) {
      if (target.startsWith('node:')) ways.push(`${way} > ${target}`);
      const next = target.startsWith('.') && join(file, '..', target);
      if (next && !wayTo.has(next)) wayTo.set(next, `${way} > ${next}`);
    }
  }
  return ways;
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function testOf(file: string): string {
  return join(PROJECT_ROOT, file.replace(/^src/, 'tests').replace(/\.ts$/, '.test.ts'));
}
