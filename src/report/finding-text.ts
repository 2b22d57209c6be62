/** A Finding as sentences: where, what was found, what to do. The sentences themselves stand beside the rule. */
import type { Finding, Place } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { RULES } from '../rules/index.ts';

const RULES_BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

export interface FindingText {
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

/** @throws when no rule has this code: findings are made from rules only */
export function findingText({ code, place, args }: Finding): FindingText {
  const rule = RULES_BY_CODE.get(code);
  if (!rule) throw new Error(`no rule has the code ${code}`);
  return { place: placeText(place), message: rule.message(args), remedy: rule.remedy(args) };
}

/** `file`, `file > entry`, `file:3:14` */
export function placeText({ file, entry, line, column }: Place): string {
  const path = entry === undefined ? file : `${file} > ${entry}`;
  if (line === undefined) return path;
  return column === undefined ? `${path}:${line}` : `${path}:${line}:${column}`;
}
