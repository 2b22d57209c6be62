/** XML_DOCTYPE: a document type declaration. */
import { defineRule } from '../domain/rule.ts';

export const xmlDoctype = defineRule<Record<string, never>>({
  code: 'XML_DOCTYPE',
  severity: 'error',
  title: 'A document type declaration',
  why: 'Entities declared there can read files and grow without end; no nuspec needs any.',
  message: () => 'The nuspec declares a document type.',
  remedy: () => 'Remove the <!DOCTYPE …> line.',
  example: {},
});
