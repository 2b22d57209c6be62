/** The repository of a new gallery: data, one workflow that calls pwshelf, and the forms and templates that come with it. */
import { stringify } from 'yaml';
import type { GallerySettingsInput } from '../domain/gallery-settings.ts';
import type { TextFile } from '../domain/output-file.ts';
import { renderJsonSchemas } from './json-schemas.ts';
import { newGalleryReadme } from './new-gallery-readme.ts';

export const KIT_REPOSITORY = 'pwshelf/pwshelf';

/** What a gallery is told of itself. */
export interface NewGallerySettings {
  readonly title: string;
  readonly description: string;
  /** Ends in `/`. */
  readonly siteUrl: string;
  /** `OWNER/NAME` */
  readonly repository: string;
  readonly owners: readonly string[];
}

/** Which pwshelf a gallery runs on. */
export interface PinnedKit {
  readonly version: string;
  /** The commit, 40 hex digits: a tag can be moved. */
  readonly sha: string;
}

/** What is taken over from .github of the kit, so that there is only one of each. */
export function isTakenOver(path: string): boolean {
  return path === WORKFLOW || /^\.github\/(?:ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE)\/[^/]+$/.test(path);
}

const WORKFLOW = '.github/workflows/gallery.yml';

/** Line endings that git changes would be other packages, and other hashes. A package has no lines to compare. */
const ATTRIBUTES = `packages-index/** -text
*.nupkg -text -diff -merge
`;

const SETTINGS_SCHEMA_LINE = '# yaml-language-server: $schema=./schemas/gallery.schema.json\n';

/** @param kitFiles  those for which `isTakenOver` holds, as they are in the kit */
export function renderNewGallery(
  settings: NewGallerySettings,
  kit: PinnedKit,
  kitFiles: readonly TextFile[],
): readonly TextFile[] {
  const text = (path: string, content: string): TextFile => ({ kind: 'text', path, text: content });
  return [
    text('.gitattributes', ATTRIBUTES),
    ...kitFiles.map((file) =>
      file.path === WORKFLOW ? text(WORKFLOW, pinWorkflows(file.text, kit)) : text(file.path, file.text),
    ),
    text('README.md', newGalleryReadme(settings)),
    text('packages-index/gallery.yaml', formatSettings(settings)),
    text('packages-index/packages/.gitkeep', ''),
    ...renderJsonSchemas().map((schema) => text(`packages-index/${schema.path}`, schema.text)),
  ];
}

/** `./.github/workflows/x.yml` → the same file in the kit, at a commit, with the version for people and for bots that bump it. */
export function pinWorkflows(workflow: string, { version, sha }: PinnedKit): string {
  return workflow.replaceAll(
    /^( *uses: )\.\/(\.github\/workflows\/[\w.-]+)$/gm,
    (_, start, path) => `${start}${KIT_REPOSITORY}/${path}@${sha} # v${version}`,
  );
}

function formatSettings({ title, description, siteUrl, repository, owners }: NewGallerySettings): string {
  const value: GallerySettingsInput = { title, description, siteUrl, repository, owners: [...owners] };
  return SETTINGS_SCHEMA_LINE + stringify(value, { lineWidth: 0 });
}
