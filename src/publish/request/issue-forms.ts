/**
 * The forms in .github/ISSUE_TEMPLATE, and how the body of an issue is read that was made with one. GitHub writes the
 * answers below headings that are the labels of the fields, so these labels are a format: a test holds this table and the
 * files together.
 */

/** Form → its fields, by their ids, in the order of the form. A form is named as its file and its label are. */
export const ISSUE_FORMS = {
  publish: { package: 'Package', sha512: 'SHA-512' },
  unlist: { 'package-id': 'Package id', versions: 'Versions', change: 'Change' },
  ownership: { 'package-id': 'Package id', change: 'Change', login: 'GitHub login', reason: 'Reason' },
  report: {
    'package-id': 'Package id',
    versions: 'Versions',
    kind: 'What is wrong',
    seen: 'What you saw',
    advice: 'What its users should do',
  },
  dispute: {
    'package-id': 'Package id',
    kind: 'What it is about',
    facts: 'What happened',
    tried: 'What you have written to the owners',
    wish: 'What you ask for',
  },
  licence: {
    'package-id': 'Package id',
    versions: 'Versions',
    work: 'Which work',
    missing: 'What the licence asks for and is missing',
    rights: 'Do you hold the rights',
    tried: 'What you have written to the owners',
  },
} as const;

export type IssueFormName = keyof typeof ISSUE_FORMS;
export type IssueFormField<Form extends IssueFormName> = string & keyof (typeof ISSUE_FORMS)[Form];

/** What GitHub writes for a field that was left empty. */
const NO_ANSWER = '_No response_';

/** GitHub takes no longer body. */
const MAX_BODY_LENGTH = 65_536;

/**
 * Id of a field → its answer, trimmed; fields without an answer are absent. Whoever wrote the issue may have edited the
 * body into anything. A field whose heading stands there twice is absent too: people and programs could take different
 * ones for the answer. A heading that is no label of this form is part of the answer above it.
 */
export function parseIssueForm<Form extends IssueFormName>(
  form: Form,
  body: string,
): ReadonlyMap<IssueFormField<Form>, string> {
  const idOfHeading = new Map(
    Object.entries<string>(ISSUE_FORMS[form]).map(([id, label]) => [
      `### ${label}`,
      id as IssueFormField<Form>,
    ]),
  );
  const answers = new Map<IssueFormField<Form>, string[]>();
  const repeated = new Set<IssueFormField<Form>>();
  let lines: string[] = [];
  if (body.length > MAX_BODY_LENGTH) return new Map();
  for (const line of body.split(/\r\n|\r|\n/)) {
    const id = idOfHeading.get(line.trimEnd());
    if (id === undefined) lines.push(line);
    else {
      if (answers.has(id)) repeated.add(id);
      lines = [];
      answers.set(id, lines);
    }
  }
  return new Map(
    [...answers]
      .filter(([id]) => !repeated.has(id))
      .map(([id, text]) => [id, text.join('\n').trim()] as const)
      .filter(([, text]) => text !== '' && text !== NO_ANSWER),
  );
}
