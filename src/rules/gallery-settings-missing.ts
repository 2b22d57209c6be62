/** GALLERY_SETTINGS_MISSING: the index has no gallery.yaml. */
import { defineRule } from '../domain/rule.ts';

export const gallerySettingsMissing = defineRule<Record<string, never>>({
  code: 'GALLERY_SETTINGS_MISSING',
  severity: 'error',
  title: 'The index has no gallery.yaml',
  why: 'Title, policy and owners of the gallery come from it; there is no safe default for who owns a gallery.',
  message: () => 'There is no gallery.yaml in this folder.',
  remedy: () =>
    'Name the folder that holds gallery.yaml with --index, or write one with at least title, description and owners.',
  example: {},
});
