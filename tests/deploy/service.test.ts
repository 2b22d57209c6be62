/** The unit for systemd: systemd itself reads it, and what it starts is what there is. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseVerbArguments } from '../../src/cli/parse-arguments.ts';
import { serveVerb } from '../../src/cli/serve.ts';
import { PROJECT_ROOT } from '../support/clients.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const UNIT = readFileSync(join(PROJECT_ROOT, 'deploy/pwshelf.service'), 'utf8');

/** `[section, key, value]` of each line that is no comment. */
const SETTINGS = (() => {
  let section = '';
  return UNIT.split('\n').flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    section = /^\[(\w+)\]$/.exec(line)?.[1] ?? section;
    const at = line.indexOf('=');
    return at < 0 ? [] : [[section, line.slice(0, at), line.slice(at + 1)] as const];
  });
})();

const valuesOf = (key: string) => SETTINGS.filter(([, name]) => name === key).map(([, , value]) => value);
const [execStart = ''] = valuesOf('ExecStart');

const KNOWN: Readonly<Record<string, RegExp>> = {
  Unit: /^(?:Description|Wants|After)$/,
  Service:
    /^(?:Type|User|Group|WorkingDirectory|Environment(?:File)?|ExecStart|TimeoutStopSec|Restart(?:Sec)?|MemoryMax|TasksMax|LimitNOFILE|UMask|NoNewPrivileges|CapabilityBoundingSet|AmbientCapabilities|ReadWritePaths|Protect(?:System|Home|Proc|Clock|Hostname|ControlGroups|KernelLogs|KernelModules|KernelTunables)|Private(?:Tmp|Devices)|Restrict(?:AddressFamilies|Namespaces|Realtime|SUIDSGID)|RemoveIPC|LockPersonality|SystemCall(?:Architectures|Filter|ErrorNumber))$/,
  Install: /^WantedBy$/,
};

it('knows every setting in its section', () => {
  expect(SETTINGS.length).toBeGreaterThan(30);
  expect(SETTINGS.filter(([section, key]) => !KNOWN[section]?.test(key))).toEqual([]);
});

it('is what systemd understands, where there is systemd to ask', async () => {
  if (!existsSync('/usr/bin/systemd-analyze')) {
    // Then the list of settings above is all that is held.
    expect(process.platform === 'linux' && existsSync('/run/systemd/system')).toBe(false);
    return;
  }
  const folder = await makeTempDir();
  const path = join(folder, 'pwshelf.service');
  const program = execStart.split(' ')[0] ?? '';
  writeFileSync(path, UNIT.replace(`ExecStart=${program}`, 'ExecStart=/bin/sh'));
  // It tells of what it does not understand on stderr, and ends with 0 all the same.
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path], {
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});

it('starts the verb serve with options that it has', () => {
  const [node, script, verb, ...words] = execStart.split(' ');
  expect([node, script, verb]).toEqual(['/usr/bin/node', '/opt/pwshelf/scripts/pwshelf.ts', 'serve']);
  const args = parseVerbArguments(serveVerb, words);
  expect(args !== 'help' && [args.text('host'), args.text('log'), args.isSet('trust-proxy')]).toEqual([
    '127.0.0.1',
    'json',
    true,
  ]);
});

it.each([
  ['User', 'pwshelf'],
  ['NoNewPrivileges', 'yes'],
  ['ProtectSystem', 'strict'],
  ['ProtectHome', 'yes'],
  ['PrivateTmp', 'yes'],
  ['CapabilityBoundingSet', ''],
  ['ReadWritePaths', '/srv/gallery'],
  ['Restart', 'on-failure'],
  ['MemoryMax', '1G'],
])('keeps %s at %j', (key, value) => {
  expect(valuesOf(key)).toEqual([value]);
});

it('holds no secret', () => {
  expect(valuesOf('Environment')).toEqual(['NODE_ENV=production']);
});
