import { describe, expect, it } from 'vitest';
import { checkCompatibility } from '../../src/publish/compatibility.ts';
import { documentedVersion } from '../support/make-docs.ts';

function codes(previous: string, next: string, before: Commands, after: Commands): readonly string[] {
  const place = { file: 'x.nupkg' };
  return checkCompatibility(documentedVersion(previous, before), documentedVersion(next, after), place).map(
    ({ code }) => code,
  );
}

type Commands = Readonly<Record<string, readonly string[]>>;

describe('checkCompatibility', () => {
  it.each([
    ['1.2.0', '2.0.0', 0],
    ['1.2.0', '1.3.0', 1],
    ['1.2.0', '1.2.1', 1],
    ['0.2.0', '0.3.0', 0],
    ['0.2.0', '0.2.1', 1],
    ['0.2.0', '1.0.0', 0],
    ['1.2.0', '1.3.0-beta', 0],
  ])('from %s to %s warns %d times of a command that is gone', (previous, next, count) => {
    expect(codes(previous, next, { 'Get-A': [], 'Get-B': [] }, { 'Get-A': [] })).toHaveLength(count);
  });

  it.each<[string, Commands, Commands]>([
    ['a new parameter', { 'Get-A': ['Name'] }, { 'Get-A': ['Name', 'Path'] }],
    ['a parameter that keeps its old name as an alias', { 'Get-A': ['Name'] }, { 'Get-A': ['Path|Name'] }],
    ['a name that only differs by case', { 'Get-A': ['Name'] }, { 'GET-A': ['NAME'] }],
    ['a new command', { 'Get-A': [] }, { 'Get-A': [], 'Get-B': [] }],
  ])('says nothing of %s', (_, before, after) => {
    expect(codes('1.0.0', '1.1.0', before, after)).toEqual([]);
  });
});
