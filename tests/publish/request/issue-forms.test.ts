import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ISSUE_FORMS, type IssueFormName, parseIssueForm } from '../../../src/publish/request/issue-forms.ts';
import { PROJECT_ROOT } from '../../support/clients.ts';
import fc from '../../support/laws.ts';

const FOLDER = join(PROJECT_ROOT, '.github/ISSUE_TEMPLATE');
const NAMES = Object.keys(ISSUE_FORMS) as IssueFormName[];

interface FormFile {
  readonly labels: readonly string[];
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { label: string };
  }[];
}

const readForm = (name: string) => parse(readFileSync(join(FOLDER, `${name}.yml`), 'utf8')) as FormFile;

/** As GitHub writes it. */
const bodyOf = (answers: readonly (readonly [string, string])[]) =>
  answers
    .map(([label, answer]) => `### ${label}\n\n${answer === '' ? '_No response_' : answer}`)
    .join('\n\n');

describe('the forms in .github', () => {
  it('are those of the table', () => {
    const files = readdirSync(FOLDER).filter((file) => file !== 'config.yml');
    expect(files.sort()).toEqual(NAMES.map((name) => `${name}.yml`).sort());
  });

  it.each(NAMES)('of %s have its label and its fields', (name) => {
    const { labels, body } = readForm(name);
    expect(labels).toEqual([name]);
    const fields = body
      .filter(({ type }) => type !== 'markdown')
      .map(({ id, attributes }) => [id, attributes.label]);
    expect(fields).toEqual(Object.entries(ISSUE_FORMS[name]));
  });
});

describe('parseIssueForm', () => {
  it.each([
    [
      'as GitHub writes it',
      '### Package id\n\nA\n\n### Versions\n\n1.0.0\n\n### Change\n\nUnlist',
      ['A', '1.0.0', 'Unlist'],
    ],
    [
      'with the line ends of Windows',
      '### Package id\r\n\r\nA\r\n\r\n### Versions\r\n\r\nall',
      ['A', 'all', undefined],
    ],
    [
      'without an answer',
      '### Package id\n\n_No response_\n\n### Versions\n\n1.0.0',
      [undefined, '1.0.0', undefined],
    ],
    ['in another order', '### Versions\n\n1.0.0\n### Package id\nA', ['A', '1.0.0', undefined]],
    [
      'of two answers to one question neither',
      '### Package id\n\nA\n\n### Package id\n\nB',
      [undefined, undefined, undefined],
    ],
    [
      'with a heading of its own',
      '### Package id\n\nA\n\n### Steps\n\n### Versions\n\n1.0',
      ['A\n\n### Steps', '1.0', undefined],
    ],
    [
      'with a heading that is none',
      '### Package id\n\nA\n ### Versions\n\n1.0',
      ['A\n ### Versions\n\n1.0', undefined, undefined],
    ],
    ['with words before it', 'Hello\n### Package id\nA', ['A', undefined, undefined]],
    [
      'with names of objects',
      '### __proto__\n\nx\n\n### constructor\n\ny',
      [undefined, undefined, undefined],
    ],
    ['of nothing', '', [undefined, undefined, undefined]],
    [
      'longer than GitHub takes',
      `### Package id\n\n${'A'.repeat(70_000)}`,
      [undefined, undefined, undefined],
    ],
  ])('reads a body %s', (_, body, expected) => {
    const answers = parseIssueForm('unlist', body);
    expect([answers.get('package-id'), answers.get('versions'), answers.get('change')]).toEqual(expected);
  });

  it('gives back what was answered, whatever it was', () => {
    const answer = fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\r\n]/g, ' ').trim());
    const isUsable = (text: string) => text !== '_No response_' && !text.startsWith('###');
    fc.assert(
      fc.property(fc.array(answer.filter(isUsable), { minLength: 3, maxLength: 3 }), (texts) => {
        const fields = Object.entries(ISSUE_FORMS.unlist);
        const body = bodyOf(fields.map(([, label], index) => [label, texts[index] ?? '']));
        const expected = fields.flatMap(([id], index) => (texts[index] ? [[id, texts[index]]] : []));
        expect([...parseIssueForm('unlist', body)]).toEqual(expected);
      }),
    );
  });

  it('takes any text without failing, and answers only what the form asks', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\r\n', '### ', '### Package', '### SHA-512', '_No response_', '```', '\u2028'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const [id, text] of parseIssueForm('publish', pieces.join(''))) {
          expect(Object.keys(ISSUE_FORMS.publish)).toContain(id);
          expect(text).toBe(text.trim());
          expect(text).not.toBe('');
        }
      }),
    );
  });
});
