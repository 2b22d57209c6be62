/** What a gallery asks of the metadata of a new version, over what can be read at all. */
import { absoluteHttpUrl } from '../domain/absolute-url.ts';
import type { Finding } from '../domain/finding.ts';
import type { GalleryPolicy } from '../domain/gallery-settings.ts';
import type { Nupkg } from '../domain/nupkg.ts';
import { rootFile } from '../domain/package-files.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import { findingOf } from '../domain/rule.ts';
import { metaAuthorMissing } from '../rules/meta-author-missing.ts';
import { metaDescriptionLong } from '../rules/meta-description-long.ts';
import { metaDescriptionMissing } from '../rules/meta-description-missing.ts';
import { metaLicenseAcceptance } from '../rules/meta-license-acceptance.ts';
import { metaLicenseMissing } from '../rules/meta-license-missing.ts';
import { metaUrlNotAbsolute } from '../rules/meta-url-not-absolute.ts';
import { metaUrlUnreadable } from '../rules/meta-url-unreadable.ts';

export const DESCRIPTION_MAX_LENGTH = 4000;

export function checkMetadata(nupkg: Nupkg, file: string, policy: GalleryPolicy): readonly Finding[] {
  const summary = summarizePackage(nupkg);
  const place = { file };
  const findings: Finding[] = [];
  const { length } = summary.description;
  if (summary.description.trim() === '') findings.push(findingOf(metaDescriptionMissing, place, {}));
  if (length > DESCRIPTION_MAX_LENGTH) {
    findings.push(findingOf(metaDescriptionLong, place, { length, limit: DESCRIPTION_MAX_LENGTH }));
  }
  if (summary.authors.trim() === '') findings.push(findingOf(metaAuthorMissing, place, {}));
  if (summary.licenseUrl === undefined) {
    const finding = findingOf(metaLicenseMissing, place, {});
    const severity = policy.license === 'required' ? 'error' : 'warning';
    findings.push({ ...finding, severity });
  }
  if (summary.requireLicenseAcceptance) {
    const missing = [
      ...(summary.licenseUrl === undefined ? ['LicenseUri'] : []),
      ...(rootFile(nupkg, ['license.txt']) === undefined ? ['License.txt'] : []),
    ];
    if (missing.length > 0) {
      findings.push(findingOf(metaLicenseAcceptance, place, { missing: missing.join(' and no ') }));
    }
  }
  const { nuspec } = nupkg;
  const urls = [
    { field: 'LicenseUri', value: summary.licenseUrl, written: nuspec.licenseUrl },
    { field: 'ProjectUri', value: summary.projectUrl, written: nuspec.projectUrl },
    { field: 'IconUri', value: summary.iconUrl, written: nuspec.iconUrl },
  ];
  for (const { field, value, written } of urls) {
    if (value === undefined || absoluteHttpUrl(value.trim()) !== undefined) continue;
    const isUnreadable = written !== undefined && !OTHER_SCHEME.test(written);
    const rule = isUnreadable ? metaUrlUnreadable : metaUrlNotAbsolute;
    findings.push(findingOf(rule, place, { field, value }));
  }
  return findings;
}

/** What NuGet takes for an address, whatever it is good for. Anything else in a nuspec, and Save-Module fails. */
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]+:/i;
