/** keys.yaml → PublishingKeys. */
import type { Place } from '../domain/finding.ts';
import { type PublishingKeys, publishingKeysSchema } from '../domain/publishing-keys.ts';
import type { Reading } from '../domain/reading.ts';
import { readYaml } from './yaml-document.ts';

export function readPublishingKeys(text: string, place: Place): Reading<PublishingKeys> {
  return readYaml(text, publishingKeysSchema, place);
}
