import { describe, expect, it } from 'vitest';
import { type PackageRecord, recordSchema } from '../../../src/domain/record.ts';
import { checkPublishRate } from '../../../src/publish/pipeline/publish-rate.ts';

const START = Date.parse('2026-03-10T12:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString().replace('.000', '');

function record(id: string, times: readonly number[], kind = 'key', publisher = 'ada'): PackageRecord {
  return recordSchema.parse({
    id,
    owners: [publisher],
    versions: times.map((seconds, index) => ({
      version: `1.${index}.0`,
      sha512: `${'A'.repeat(86)}==`,
      sizeBytes: 1,
      published: at(seconds),
      publisher,
      proof: { kind },
    })),
  });
}

const waits = (records: readonly PackageRecord[], isNewPackage: boolean, seconds: number) =>
  checkPublishRate({ records, publisher: 'Ada', isNewPackage, now: at(seconds) }, { file: 'request' }).map(
    ({ args }) => [args['what'], args['waitSeconds']],
  );

describe('new ids', () => {
  const five = ['A', 'B', 'C', 'D', 'E'].map((id) => record(id, [0]));

  it('are five at once, then one in ten minutes', () => {
    expect(waits(five.slice(1), true, 0)).toEqual([]);
    expect(waits(five, true, 0)).toEqual([['new ids', 600]]);
    expect(waits(five, true, 599)).toEqual([['new ids', 1]]);
    expect(waits(five, true, 600)).toEqual([]);
  });

  it('do not keep versions of known ids waiting', () => {
    expect(waits(five, false, 0)).toEqual([]);
  });
});

describe('versions', () => {
  const burst = Array.from({ length: 30 }, () => 0);

  it('are thirty at once, then one a minute', () => {
    expect(waits([record('A', burst.slice(1))], false, 0)).toEqual([]);
    expect(waits([record('A', burst)], false, 10)).toEqual([['versions', 50]]);
    expect(waits([record('A', burst)], false, 60)).toEqual([]);
    expect(waits([record('A', [...burst, 60])], false, 61)).toEqual([['versions', 59]]);
  });

  it.each([
    ['of others', record('A', burst, 'key', 'grace')],
    ['that came by pull requests', record('A', burst, 'pull-request')],
  ])('%s do not count', (_, one) => {
    expect(waits([one], false, 0)).toEqual([]);
  });
});
