/**
 * Whether a version has a value in a field of the query language. Commands are found by the tags that every package has of
 * them here, compared as a whole: no tag is found as a part of another one.
 */
import { isPrerelease } from '../../domain/nuget-version.ts';
import {
  compareDay,
  compareVersionTexts,
  holds,
  isVersionText,
  readComparisons,
} from '../../search/comparison.ts';
import type { FieldName } from '../../search/fields.ts';
import { foldText } from '../../search/fold-text.ts';
import { isWildcard, readWildcard } from '../../search/wildcard.ts';
import type { CataloguePackage, CatalogueVersion } from '../catalogue/catalogue.ts';
import { versionAt } from '../catalogue/complete-values.ts';

export type FieldTest = (version: CatalogueVersion) => boolean;

/** @returns undefined for a field of which the gateway knows nothing */
export function fieldTest(field: FieldName, value: string): FieldTest | undefined {
  const isIt = nameTest(value);
  switch (field) {
    case 'Id':
      return isWildcard(value)
        ? ({ owner }) => isIt(owner.id)
        : ({ owner }) => foldText(owner.id).includes(foldText(value));
    case 'Version':
      return versionTest(value, isIt);
    case 'Tags':
      return tagTest('', value);
    case 'Author':
      return isWildcard(value)
        ? ({ owner }) => isIt(owner.authors)
        : ({ owner }) => foldText(owner.authors).includes(foldText(value));
    case 'Owner':
      return ({ owner }) => owner.owners.some(isIt);
    case 'Functions':
      return tagTest('PSFunction_', value);
    case 'Cmdlets':
      return tagTest('PSCmdlet_', value);
    case 'DscResources':
      return tagTest('PSDscResource_', value);
    case 'Commands': {
      const hasTag = tagTest('PSCommand_', value);
      const isScript = (owner: CataloguePackage) => owner.kind === 'script' && isIt(owner.id);
      return (version) => hasTag(version) || isScript(version.owner) || version.owner.aliases.some(isIt);
    }
    case 'Aliases':
      return ({ owner }) => owner.aliases.some(isIt);
    case 'PowerShellVersion':
      return powerShellTest(value);
    case 'Edition':
      return tagTest('PSEdition_', value);
    case 'OS':
      return tagTest('', value);
    case 'Type':
      return ({ owner }) => isIt(owner.kind);
    case 'Includes':
      return tagTest('PSIncludes_', value.replace('-', ''));
    case 'Category':
      return ({ owner }) => owner.categories.some(isIt);
    case 'Dependency':
      return (version) =>
        textOf(version, 'Dependencies')
          .split('|')
          .some((one) => isIt(one.split(':')[0] ?? ''));
    case 'Updated':
      return (version) => {
        const day = textOf(version, 'Created').slice(0, 10);
        return readComparisons(value).every((one) => holds(one.sign, compareDay(day, one.value)));
      };
    case 'Prerelease':
      return ({ owner }) =>
        (owner.absoluteLatest >= 0 && isPrerelease(versionAt(owner, owner.absoluteLatest))) ===
        /^(?:yes|true)$/i.test(value);
    case 'Parameters':
    case 'License':
    case 'Quality':
      return undefined;
    default:
      return field satisfies never;
  }
}

function nameTest(value: string): (name: string) => boolean {
  if (isWildcard(value)) {
    const { matches } = readWildcard(value);
    return (name) => matches(foldText(name));
  }
  const folded = foldText(value);
  return (name) => foldText(name) === folded;
}

/** @param prefix  of the tags that are looked at */
function tagTest(prefix: string, value: string): FieldTest {
  const folded = foldText(prefix + value);
  if (!isWildcard(value)) {
    const whole = ` ${folded} `;
    return ({ owner, at }) => ` ${foldText(owner.tags(at))} `.includes(whole);
  }
  const { matches } = readWildcard(folded);
  return ({ owner, at }) => foldText(owner.tags(at)).split(' ').some(matches);
}

function versionTest(value: string, isIt: (name: string) => boolean): FieldTest {
  if (isWildcard(value)) return ({ owner, at }) => isIt(owner.versions[at] ?? '');
  const comparisons = readComparisons(value);
  return ({ owner, at }) => {
    const version = owner.versions[at] ?? '';
    return (
      isVersionText(version) &&
      comparisons.every((one) => holds(one.sign, compareVersionTexts(version, one.value)))
    );
  };
}

/** Compatible with a version: its minimum is not above it. A comparison is with the minimum itself. */
function powerShellTest(value: string): FieldTest {
  const comparisons = readComparisons(value);
  const isComparison = /^[<>=]/.test(value) || value.includes('..');
  const isOld = Number(value.split('.')[0]) < 6;
  const isCore = tagTest('PSEdition_', 'Core');
  const isDesktop = tagTest('PSEdition_', 'Desktop');
  return (version) => {
    const least = textOf(version, 'PowerShellVersion') || '0';
    if (isComparison)
      return comparisons.every((one) => holds(one.sign, compareVersionTexts(least, one.value)));
    if (isOld && isCore(version) && !isDesktop(version)) return false;
    return compareVersionTexts(least, value) <= 0;
  };
}

function textOf(
  { owner, at }: CatalogueVersion,
  name: 'Dependencies' | 'Created' | 'PowerShellVersion',
): string {
  return String(owner.values()[at]?.[name] ?? '');
}
