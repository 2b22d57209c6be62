/** SEVERITY_FIXED: a severity is set for a rule that cannot be changed. */
import { defineRule } from '../domain/rule.ts';

export const severityFixed = defineRule<{ code: string }>({
  code: 'SEVERITY_FIXED',
  severity: 'error',
  title: 'A severity is set for a rule that cannot be changed',
  why: 'Rules of safety and of format hold for every gallery.',
  message: ({ code }) => `policy.severities names ${code}, whose severity cannot be changed.`,
  remedy: () => 'Remove the line.',
  example: { code: 'ZIP_OVERLAP' },
});
