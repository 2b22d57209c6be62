/** PUBLISH_BLOB_NAME_TAKEN: another package has the same file name. */
import { defineRule } from '../domain/rule.ts';

export const publishBlobNameTaken = defineRule<{ blobName: string; other: string }>({
  code: 'PUBLISH_BLOB_NAME_TAKEN',
  severity: 'error',
  title: 'Another package has the same file name',
  why: 'Id and version are joined in the file name, and two packages can give the same text.',
  message: ({ blobName, other }) => `The file would be named ${blobName}, which is that of ${other}.`,
  remedy: () => 'Publish it under another version.',
  example: { blobName: 'Contoso.1.1.0.5.nupkg', other: 'Contoso.1' },
});
