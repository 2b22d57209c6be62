/** ZIP_ENCRYPTED: an encrypted entry. */
import { defineRule } from '../domain/rule.ts';

export const zipEncrypted = defineRule<Record<string, never>>({
  code: 'ZIP_ENCRYPTED',
  severity: 'error',
  title: 'An encrypted entry',
  why: 'No client can install it, and no gallery can check it.',
  message: () => 'This entry is encrypted.',
  remedy: () => 'Pack without encryption.',
  example: {},
});
