import { it } from 'vitest';
import { pathDeviceName } from '../../src/rules/path-device-name.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the name of a device', () => {
  expectRule(pathDeviceName, { files: [{ name: 'con.txt' }] });
});
