/** META_LICENSE_ACCEPTANCE: acceptance of a licence is required that is not there. */
import { defineRule } from '../domain/rule.ts';

export const metaLicenseAcceptance = defineRule<{ missing: string }>({
  code: 'META_LICENSE_ACCEPTANCE',
  severity: 'error',
  title: 'Acceptance of a licence is required that is not there',
  why: 'Clients ask their users to accept a text, and then have none to show.',
  message: ({ missing }) => `The package requires acceptance of its licence, and has no ${missing}.`,
  remedy: () =>
    'Put the text into License.txt in the root of the package and set LicenseUri, or set RequireLicenseAcceptance to $false.',
  example: { missing: 'License.txt' },
});
