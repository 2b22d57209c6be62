import { it } from 'vitest';
import { zipDescriptor } from '../../src/rules/zip-descriptor.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a data descriptor is inconsistent', () => {
  expectRule(zipDescriptor, { files: [{ name: 'a.txt', descriptor: 'wrong' }] });
});
