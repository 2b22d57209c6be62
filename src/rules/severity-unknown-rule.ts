/** SEVERITY_UNKNOWN_RULE: a severity is set for a rule that there is not. */
import { defineRule } from '../domain/rule.ts';

export const severityUnknownRule = defineRule<{ code: string }>({
  code: 'SEVERITY_UNKNOWN_RULE',
  severity: 'error',
  title: 'A severity is set for a rule that there is not',
  why: 'What was meant stays as it is, and nobody notices.',
  message: ({ code }) => `policy.severities names ${code}, and there is no such rule.`,
  remedy: () => 'Look the code up on the page of rules, or remove the line.',
  example: { code: 'META_LICENCE_MISSING' },
});
