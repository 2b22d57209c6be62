/** FORM_ANSWER: a form has not the answer that is needed. */
import { defineRule } from '../domain/rule.ts';

export const formAnswer = defineRule<{ field: string; expected: string }>({
  code: 'FORM_ANSWER',
  severity: 'error',
  title: 'A form has not the answer that is needed',
  why: 'A program reads the answers below their headings, and does nothing that it has to guess.',
  message: ({ field, expected }) => `Below “${field}” there must be ${expected}.`,
  remedy: () => 'Edit the first text of the issue; leave its headings as they are.',
  example: { field: 'Package', expected: 'one attached file, or one https address' },
});
