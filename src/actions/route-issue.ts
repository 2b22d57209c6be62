/**
 * Issues that people answer: the gallery says who is asked, how long that takes and what maintainers may do, in the words of
 * its documentation, and decides nothing.
 */
import { packageKey } from '../domain/package-id.ts';
import type { PackageRecord } from '../domain/record.ts';
import { type IssueFormName, parseIssueForm } from '../publish/request/issue-forms.ts';
import type { Issue } from '../publish/request/request.ts';
import { codeText } from './markdown-text.ts';
import { formatMarker, type RequestMarker } from './request-marker.ts';

export type PeopleForm = Extract<IssueFormName, 'report' | 'dispute' | 'licence'>;

interface Route {
  readonly title: string;
  readonly steps: (owners: string) => readonly string[];
}

const ROUTES: Readonly<Record<PeopleForm, Route>> = {
  report: {
    title: 'Thank you: the maintainers look at this',
    steps: (owners) => [
      `A maintainer looks at what you saw. The owners (${owners}) can answer here at any time.`,
      'What may do harm is unlisted first, so that nobody finds it, and looked into then; what does harm is removed, with the reason in its record.',
      'You are told here what was done. Secrets and unpublished weaknesses do not belong here: report those to the owners in private.',
    ],
  },
  dispute: {
    title: 'A dispute: the owners are asked first',
    steps: (owners) => [
      `The owners (${owners}) answer here. They have two weeks.`,
      'When you agree, close this issue. When you do not, or nobody answers, a maintainer decides after these two weeks, and says why.',
      'Nothing about the package changes meanwhile.',
    ],
  },
  licence: {
    title: 'A licence: the owners are asked to mend it',
    steps: (owners) => [
      `The owners (${owners}) answer here, and publish a version that does what the licence asks for. They have two weeks.`,
      'A maintainer unlists the versions in question when nothing happens, or at once when whoever holds the rights asks for it.',
      'A version is removed only when the licence leaves no other way; its number never comes back.',
    ],
  },
};

/** @param records  of the base branch: the owners are told by being named */
export function formatRoute(
  form: PeopleForm,
  issue: Issue,
  records: readonly PackageRecord[],
  marker: RequestMarker,
): string {
  const id = parseIssueForm(form, issue.body).get('package-id');
  const record = records.find((item) => id !== undefined && packageKey(item.id) === packageKey(id));
  const { title, steps } = ROUTES[form];
  // From the record, so these are logins and nothing else.
  const owners = record ? record.owners.map((owner) => `@${owner}`).join(', ') : 'not known here';
  const unknown =
    id === undefined || record ? [] : [`This gallery has no package ${codeText(id)}: is it spelled right?`];
  const lines = [...unknown, ...steps(owners)].map((step, at) => `${at + 1}. ${step}`);
  return `${[formatMarker(marker), `## ${title}`, lines.join('\n')].join('\n\n')}\n`;
}
