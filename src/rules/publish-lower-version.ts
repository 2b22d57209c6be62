/** PUBLISH_LOWER_VERSION: the version is lower than the latest. */
import { defineRule } from '../domain/rule.ts';

export const publishLowerVersion = defineRule<{ version: string; latest: string }>({
  code: 'PUBLISH_LOWER_VERSION',
  severity: 'warning',
  isAdjustable: true,
  title: 'The version is lower than the latest',
  why: 'Install-Module keeps installing the higher one; often the version was not raised by mistake.',
  message: ({ version, latest }) => `${version} is lower than ${latest}, which stays the latest version.`,
  remedy: () => 'Nothing, if this is a fix for an older line. Otherwise raise the version.',
  example: { latest: '1.10.0', version: '1.9.0' },
});
