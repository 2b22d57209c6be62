/** Collects what is wrong with one archive. A hostile one can be wrong in ten thousand places: some of each kind are told. */
import type { Finding, FindingArgs } from '../domain/finding.ts';
import { findingOf, type Rule } from '../domain/rule.ts';

const TOLD_OF_EACH = 20;

export class ZipFaults {
  readonly #file: string;
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<string, number>();

  /** @param file  as the user would name it */
  constructor(file: string) {
    this.#file = file;
  }

  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** @param entry  the path inside the archive; undefined for the archive as a whole */
  add<Args extends FindingArgs>(rule: Rule<Args>, entry: string | undefined, args: Args): void {
    const count = this.#counts.get(rule.code) ?? 0;
    this.#counts.set(rule.code, count + 1);
    if (count >= TOLD_OF_EACH) return;
    const place = entry === undefined ? { file: this.#file } : { file: this.#file, entry };
    this.#findings.push(findingOf(rule, place, args));
  }
}
