/** What the decision on a change of a record says: one package, Sample.Tools 1.0.0 of contoso. */
import type { Finding } from '../../src/domain/finding.ts';
import type { PackageRecord } from '../../src/domain/record.ts';
import type { Result } from '../../src/domain/result.ts';
import { planChange } from '../../src/publish/plan-change.ts';
import type { RecordProblem } from '../../src/publish/record-change.ts';
import { makeSettings } from './make-gallery.ts';
import { makeRecord } from './publish-facts.ts';

export function recordChangeFindings(
  id: string,
  change: (record: PackageRecord) => Result<PackageRecord, RecordProblem>,
): readonly Finding[] {
  const record = makeRecord({ id: 'Sample.Tools', owners: ['contoso'], versions: ['1.0.0'] });
  const facts = {
    settings: makeSettings(),
    records: [record],
    recordFolder: 'index/packages/',
    isForMaintainers: false,
  };
  return planChange({ ...facts, id, actor: 'contoso' }, change).findings;
}
