/** Versions for tests: one from its text, and any that fast-check can think of. */

import { type NuGetVersion, parseNuGetVersion } from '../../src/domain/nuget-version.ts';
import fc from './laws.ts';

/** The version, or a throw: for texts that a test knows to be versions. */
export function versionOf(text: string): NuGetVersion {
  const parsed = parseNuGetVersion(text);
  if (!parsed.ok) throw new Error(`${text} is not a version: ${parsed.problem}`);
  return parsed.value;
}

/** Versions of small numbers, so that equal parts, and one version inside another, come up often. */
export function nugetVersions(): fc.Arbitrary<NuGetVersion> {
  return versionTexts().map(versionOf);
}

export function versionTexts(): fc.Arbitrary<string> {
  const part = fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, fc.constantFrom(10, 11, 100, 2_147_483_647));
  const core = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
  const label = fc.constantFrom(
    '0',
    '1',
    '01',
    '10',
    'a',
    'A',
    'b',
    'alpha',
    'Beta',
    'beta',
    'rc1',
    '1a',
    '-',
  );
  const labels = fc.array(label, { minLength: 1, maxLength: 3 }).map((all) => `-${all.join('.')}`);
  const metadata = fc.constantFrom('', '', '', '+7', '+x.y');
  return fc.tuple(core, fc.option(labels, { nil: '' }), metadata).map((pieces) => pieces.join(''));
}

/** What both PowerShell clients take: one to four parts, or three and a label of letters and digits. */
export function powerShellVersionTexts(): fc.Arbitrary<string> {
  const part = fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, fc.constantFrom(10, 11, 12, 100, 101));
  const stable = fc.array(part, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.'));
  const three = fc.tuple(part, part, part).map((parts) => parts.join('.'));
  const label = fc.constantFrom(
    'a',
    'A',
    'alpha',
    'alpha1',
    'alpha10',
    'Beta',
    'beta',
    'beta2',
    'rc',
    'rc1',
    '1',
    '10',
  );
  return fc.oneof(
    stable,
    stable,
    fc.tuple(three, label).map((pieces) => pieces.join('-')),
  );
}
