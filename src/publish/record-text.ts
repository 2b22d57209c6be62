/**
 * PackageRecord → the text of packages/<Id>.yaml. Always the same text for the same record, so that a change shows
 * in a diff as just that change; defaults are left out.
 */
import { stringify } from 'yaml';
import type { PackageRecord, VersionRecord } from '../domain/record.ts';

/** The line by which editors find the schema, relative to packages/. */
const SCHEMA_LINE = '# yaml-language-server: $schema=../schemas/package.schema.json\n';

export function formatRecord(record: PackageRecord): string {
  const { id, owners, githubIds, categories, deprecated, versions, removed } = record;
  const value = {
    id,
    owners,
    ...(Object.keys(githubIds).length > 0 && { githubIds: inOrder(githubIds) }),
    ...(categories.length > 0 && { categories }),
    ...(deprecated && { deprecated }),
    versions: versions.map(versionValue),
    ...(removed.length > 0 && { removed }),
  };
  return SCHEMA_LINE + stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

function versionValue(version: VersionRecord): object {
  const { approvals = [], listed, deprecated, ...rest } = version;
  // Versions are quoted, since YAML would read 1.0 as a number.
  return {
    ...rest,
    ...(approvals.length > 0 && { approvals }),
    ...(deprecated && { deprecated }),
    ...(!listed && { listed }),
  };
}

function inOrder(githubIds: PackageRecord['githubIds']): PackageRecord['githubIds'] {
  return Object.fromEntries(Object.entries(githubIds).sort(([a], [b]) => (a < b ? -1 : 1)));
}
