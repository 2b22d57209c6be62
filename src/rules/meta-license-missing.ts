/** META_LICENSE_MISSING: a package has no licence URI. */
import { defineRule } from '../domain/rule.ts';

export const metaLicenseMissing = defineRule<Record<string, never>>({
  code: 'META_LICENSE_MISSING',
  severity: 'error',
  isAdjustable: true,
  title: 'A package has no licence URI',
  why: 'Without a licence nobody may lawfully use it.',
  message: () => 'The package has no licence URI.',
  remedy: () =>
    'Set PrivateData.PSData.LicenseUri in the manifest, or .LICENSEURI in the script, and pack again.',
  example: {},
});
