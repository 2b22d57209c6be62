/** KIND_MIXED: one id holds both a module and a script. */
import { defineRule } from '../domain/rule.ts';

export const kindMixed = defineRule<{ id: string; kind: string; other: string }>({
  code: 'KIND_MIXED',
  severity: 'error',
  title: 'One id holds both a module and a script',
  why: 'Clients install modules and scripts by different commands into different places; an id can be only one of the two.',
  message: ({ id, kind, other }) => `${id} is a ${kind} here, but its other versions are each a ${other}.`,
  remedy: () => 'Publish it under another id.',
  example: { id: 'Contoso.Tools', kind: 'script', other: 'module' },
});
