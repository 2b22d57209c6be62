import { it } from 'vitest';
import { packageTooManyCommands } from '../../src/rules/package-too-many-commands.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a package that brings more than twenty thousand commands', () => {
  const names = Array.from({ length: 20_001 }, (_, index) => `'Get-F${index}'`);
  expectRule(packageTooManyCommands, {
    manifest: `@{ ModuleVersion = '1.0.0'; FunctionsToExport = ${names.join()} }`,
  });
});
