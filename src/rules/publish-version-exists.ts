/** PUBLISH_VERSION_EXISTS: this version is already published. */
import { defineRule } from '../domain/rule.ts';

export const publishVersionExists = defineRule<{ version: string }>({
  code: 'PUBLISH_VERSION_EXISTS',
  severity: 'error',
  title: 'This version is already published',
  why: 'A version never changes: whoever installs it must get the same bytes as everyone before.',
  message: ({ version }) => `Version ${version} is already in this gallery.`,
  remedy: () => 'Raise the version and pack again.',
  example: { version: '1.0.0' },
});
