/** packages/<Id>.yaml → PackageRecord. */
import type { Place } from '../domain/finding.ts';
import type { Reading } from '../domain/reading.ts';
import { type PackageRecord, recordSchema } from '../domain/record.ts';
import { readYaml } from './yaml-document.ts';

export function readRecord(text: string, place: Place): Reading<PackageRecord> {
  return readYaml(text, recordSchema, place);
}
