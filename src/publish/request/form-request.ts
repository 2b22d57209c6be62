/** What the answers of a form ask for: the same steps that an edited record would ask for, or a file to fetch. */
import type { Finding } from '../../domain/finding.ts';
import { ownerNameSchema } from '../../domain/gallery-settings.ts';
import { compareNuGetVersions, parseNuGetVersion } from '../../domain/nuget-version.ts';
import { packageKey } from '../../domain/package-id.ts';
import type { PackageRecord } from '../../domain/record.ts';
import { findingOf } from '../../domain/rule.ts';
import { formAnswer } from '../../rules/form-answer.ts';
import { ownershipClaim } from '../../rules/ownership-claim.ts';
import { publishIdUnknown } from '../../rules/publish-id-unknown.ts';
import { publishVersionUnknown } from '../../rules/publish-version-unknown.ts';
import { ISSUE_FORMS, type IssueFormName, parseIssueForm } from './issue-forms.ts';
import type { RecordStep } from './record-steps.ts';
import type { Issue } from './request.ts';
import type { AskedSteps } from './request-facts.ts';

export interface FormRequest {
  readonly findings: readonly Finding[];
  readonly asked: readonly AskedSteps[];
  /** Where the package lies that is to be published. */
  readonly attachment: FormAttachment | undefined;
}

export interface FormAttachment {
  readonly url: string;
  /** 128 hexadecimal digits, lower case. */
  readonly sha512: string | undefined;
}

/** The form that an issue was made with, by its label; undefined for any other issue. */
export function formOf(labels: readonly string[]): IssueFormName | undefined {
  return (Object.keys(ISSUE_FORMS) as IssueFormName[]).find((name) => labels.includes(name));
}

/** Forms that people answer, not the gallery. */
export function isForPeople(form: IssueFormName): form is 'report' | 'dispute' | 'licence' {
  return form === 'report' || form === 'dispute' || form === 'licence';
}

export function readFormRequest(
  form: IssueFormName,
  issue: Issue,
  records: readonly PackageRecord[],
): FormRequest {
  switch (form) {
    case 'publish':
      return publishRequest(issue);
    case 'unlist':
      return listingRequest(issue, records);
    case 'ownership':
      return ownershipRequest(issue, records);
    case 'report':
    case 'dispute':
    case 'licence':
      return NOTHING;
    default:
      return form satisfies never;
  }
}

const NOTHING: FormRequest = { findings: [], asked: [], attachment: undefined };

/** Where GitHub puts what is dropped into a text: nobody can put another file there. */
const ATTACHMENT = 'https://github.com/user-attachments/files/';

/** More than anybody types. */
const MAX_VERSIONS = 200;

/** An address in Markdown ends where its link does. */
const ADDRESS = /https:\/\/[^\s<>()[\]"'`]+/g;

function publishRequest(issue: Issue): FormRequest {
  const answers = parseIssueForm('publish', issue.body);
  const urls = [...new Set(answers.get('package')?.match(ADDRESS) ?? [])];
  const hash = answers.get('sha512')?.replace(/\s/g, '').toLowerCase();
  const [url] = urls;
  // What is looked at, and waits, must be what is merged.
  const isHashNeeded = urls.length === 1 && url?.startsWith(ATTACHMENT) === false;
  const findings = [
    ...(urls.length === 1 ? [] : [wrong(issue, 'Package', 'one attached file, or one https address')]),
    ...((hash === undefined && !isHashNeeded) || /^[0-9a-f]{128}$/.test(hash ?? '')
      ? []
      : [wrong(issue, 'SHA-512', '128 hexadecimal digits, the hash of the file at that address')]),
  ];
  if (findings.length > 0 || url === undefined) return { ...NOTHING, findings };
  return { ...NOTHING, attachment: { url, sha512: hash } };
}

function listingRequest(issue: Issue, records: readonly PackageRecord[]): FormRequest {
  const answers = parseIssueForm('unlist', issue.body);
  const found = recordOf(issue, answers.get('package-id'), records);
  if (!found.record) return { ...NOTHING, findings: found.findings };
  const { record } = found;
  const change = answers.get('change');
  if (change !== 'Unlist' && change !== 'Relist') {
    return { ...NOTHING, findings: [wrong(issue, 'Change', 'Unlist or Relist')] };
  }
  const words = (answers.get('versions') ?? '').split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > MAX_VERSIONS)
    return { ...NOTHING, findings: [wrong(issue, 'Versions', 'a version, or all')] };
  const isAll = words.length === 1 && words[0]?.toLowerCase() === 'all';
  const chosen = isAll
    ? record.versions.map(({ version }) => ({ word: version, version }))
    : words.map((word) => ({ word, version: recordedVersion(record, word) }));
  const steps = chosen.flatMap(({ version }): readonly RecordStep[] =>
    version === undefined ? [] : [{ kind: 'listing', version, listed: change === 'Relist' }],
  );
  const known = record.versions.map(({ version }) => version);
  const findings = chosen
    .filter(({ version }) => version === undefined)
    .map(({ word }) =>
      findingOf(
        publishVersionUnknown,
        { file: issue.url },
        { id: record.id, version: word, versions: known },
      ),
    );
  return { ...NOTHING, findings, asked: [{ id: record.id, steps }] };
}

function ownershipRequest(issue: Issue, records: readonly PackageRecord[]): FormRequest {
  const answers = parseIssueForm('ownership', issue.body);
  const found = recordOf(issue, answers.get('package-id'), records);
  if (!found.record) return { ...NOTHING, findings: found.findings };
  const { id, owners } = found.record;
  const change = answers.get('change');
  if (change === 'Claim the package') {
    const args = { id, claimant: issue.author.login, owners: owners.join(', ') };
    const step: RecordStep = { kind: 'owners', added: [issue.author.login], removed: [] };
    return {
      ...NOTHING,
      findings: [findingOf(ownershipClaim, { file: issue.url }, args)],
      asked: [{ id, heldBy: ownershipClaim.code, steps: [step] }],
    };
  }
  const login = (answers.get('login') ?? '').replace(/^@/, '');
  if (!ownerNameSchema.safeParse(login).success) {
    return { ...NOTHING, findings: [wrong(issue, 'GitHub login', 'a login such as octocat')] };
  }
  if (change !== 'Add an owner' && change !== 'Remove an owner') {
    return {
      ...NOTHING,
      findings: [wrong(issue, 'Change', 'Add an owner, Remove an owner or Claim the package')],
    };
  }
  const isAdding = change === 'Add an owner';
  const step: RecordStep = {
    kind: 'owners',
    added: isAdding ? [login] : [],
    removed: isAdding ? [] : [login],
  };
  return { ...NOTHING, asked: [{ id, steps: [step] }] };
}

interface FoundRecord {
  readonly record: PackageRecord | undefined;
  readonly findings: readonly Finding[];
}

function recordOf(issue: Issue, id: string | undefined, records: readonly PackageRecord[]): FoundRecord {
  if (id === undefined) {
    return { record: undefined, findings: [wrong(issue, 'Package id', 'the id of a package')] };
  }
  const record = records.find((item) => packageKey(item.id) === packageKey(id));
  const findings = record ? [] : [findingOf(publishIdUnknown, { file: issue.url }, { id, similar: '' })];
  return { record, findings };
}

/** As the record spells it. */
function recordedVersion(record: PackageRecord, text: string): string | undefined {
  const wanted = parseNuGetVersion(text.replace(/^v(?=\d)/i, ''));
  return record.versions.find(({ version }) => {
    const parsed = parseNuGetVersion(version);
    return wanted.ok && parsed.ok && compareNuGetVersions(wanted.value, parsed.value) === 0;
  })?.version;
}

function wrong(issue: Issue, field: string, expected: string): Finding {
  return findingOf(formAnswer, { file: issue.url }, { field, expected });
}
