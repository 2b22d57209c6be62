import { expect, it } from 'vitest';
import { openPackage } from '../../src/io/enter-package.ts';
import { secretFound } from '../../src/rules/secret-found.ts';
import { makeNupkg, type NupkgParts } from '../support/make-nupkg.ts';
import { expectRule, FILE, LIMITS } from '../support/nupkg-findings.ts';

// In two parts, so that no search for secrets finds them here.
const TOKEN = `ghp${'_'}${'a1B2'.repeat(9)}`;

async function secretsOf(parts: NupkgParts) {
  const { findings } = await openPackage(makeNupkg(parts), FILE, LIMITS);
  return findings.filter(({ code }) => code === secretFound.code);
}

it('refuses a package with a secret in a file, and tells where it stands and what it is', async () => {
  const data = `# Build\r\n$token = '${TOKEN}'\r\n`;
  const findings = await secretsOf({ files: [{ name: 'tools/build.ps1', data }] });
  expectRule(secretFound, findings);
  expect(findings).toEqual([
    {
      code: 'SECRET_FOUND',
      severity: 'error',
      place: { file: FILE, entry: 'tools/build.ps1', line: 2, column: 11 },
      args: { kind: 'a GitHub token', detector: 'secretlint-rule-github' },
    },
  ]);
});

it('never repeats the secret, not even in the line that other rules show', async () => {
  const data = `function Get-A {\n  $token = '${TOKEN}'\n`;
  const { findings } = await openPackage(
    makeNupkg({ files: [{ name: 'Sample.Tools.psm1', data }] }),
    FILE,
    LIMITS,
  );
  const secrets = findings.filter(({ code }) => code === secretFound.code);
  expect(secrets).toHaveLength(1);
  expect(JSON.stringify(secrets)).not.toContain('a1B2');
});

it('looks into the nuspec, the manifest, and text of 16 bits', async () => {
  const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(`$a = '${TOKEN}'`, 'utf16le')]);
  const entries = (
    await secretsOf({
      metadata: `<releaseNotes>${TOKEN}</releaseNotes>`,
      manifest: `@{ ModuleVersion = '1.0.0'; Description = '${TOKEN}' }`,
      files: [{ name: 'wide.ps1', data: wide }],
    })
  ).map(({ place }) => place.entry);
  expect(entries).toEqual(['Sample.Tools.nuspec', 'Sample.Tools.psd1', 'wide.ps1']);
});

it('is not switched off by a comment in the package', async () => {
  const data = `# secretlint-disable\n'${TOKEN}' # secretlint-disable-line\n`;
  expect(await secretsOf({ files: [{ name: 'a.ps1', data }] })).toHaveLength(1);
});

it('passes over binary files and those over 1 MiB', async () => {
  const files = [
    { name: 'a.dll', data: Buffer.from(`MZ\0${TOKEN}`) },
    { name: 'data.json', data: `["${TOKEN}"]${' '.repeat(1024 * 1024)}` },
  ];
  expect(await secretsOf({ files })).toEqual([]);
});
