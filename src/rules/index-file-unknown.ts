/** INDEX_FILE_UNKNOWN: a file lies where only records or only blobs belong. */
import { defineRule } from '../domain/rule.ts';

export const indexFileUnknown = defineRule<{ folder: string; extension: string }>({
  code: 'INDEX_FILE_UNKNOWN',
  severity: 'warning',
  title: 'A file that the gallery does not read',
  why: 'Someone put it there to some purpose, and the gallery would leave it out without a word.',
  message: ({ folder, extension }) =>
    `${folder}/ holds only plain files that end in ${extension}; this one is not read.`,
  remedy: ({ extension }) => `Rename it so that it ends in ${extension}, or take it out of the folder.`,
  example: { extension: '.yaml', folder: 'packages' },
});
