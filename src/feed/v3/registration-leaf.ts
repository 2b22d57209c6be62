/**
 * One version's own registration. PowerShellGet 2 asks for it by version and reads the details from the leaf itself
 * when it has no `catalogEntry`, which saves it a request.
 */
import type { PackageVersion } from '../../domain/gallery.ts';
import type { TextFile } from '../../domain/output-file.ts';
import { registrationLeafPath, registrationPath, V3_REGISTRATION, V3_REGISTRATION_EXACT } from '../urls.ts';
import { packageDetails } from './package-details.ts';
import type { V3Context } from './v3-context.ts';

export function renderRegistrationLeaf(context: V3Context, item: PackageVersion): TextFile {
  const { gallery, urls } = context;
  const path = registrationLeafPath(V3_REGISTRATION, item.id, item.version);
  const registration = urls.absolute(registrationPath(V3_REGISTRATION, item.id));
  const text =
    `{"@id":${JSON.stringify(urls.absolute(path))},` +
    '"@type":["Package","http://schema.nuget.org/catalog#Permalink"],' +
    `${packageDetails(gallery, urls, item, V3_REGISTRATION)},` +
    `"registration":${JSON.stringify(registration)}}\n`;
  return {
    kind: 'text',
    path,
    text,
    alsoAt: [registrationLeafPath(V3_REGISTRATION_EXACT, item.id, item.version)],
  };
}
