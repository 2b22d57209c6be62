/** `pwshelf init`: the repository of a new gallery, ready to push. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gallerySettingsSchema } from '../domain/gallery-settings.ts';
import type { TextFile } from '../domain/output-file.ts';
import { gitConfig } from '../io/git.ts';
import { checkEmptyFolder, checkGitAuthor, commitOf, createRepository } from '../io/new-repository.ts';
import {
  isTakenOver,
  type NewGallerySettings,
  type PinnedKit,
  renderNewGallery,
} from '../publish/new-gallery.ts';
import { pagesUrl } from '../publish/pages-url.ts';
import { ask, canAsk, PROCESS_STREAMS } from './ask.ts';
import { DRY_RUN_OPTION, JSON_OPTION, UsageError, type Verb, type VerbArguments } from './verb.ts';

const KIT_ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const initVerb: Verb = {
  name: 'init',
  summary: 'make the repository of a new gallery',
  operands: 'DIR',
  operandCount: { min: 1, max: 1 },
  about: [
    'Writes settings, an empty index, the workflow that runs the gallery on GitHub, its forms and templates, and commits\n' +
      'them on main. Asks for what no option says when there is a terminal. docs/new-gallery.md says what comes next.',
  ],
  options: {
    repository: { value: 'OWNER/NAME', help: 'where it will live on GitHub' },
    title: { value: 'TEXT', help: 'its name (default: from the repository)' },
    description: { value: 'TEXT', help: 'one or two sentences for the home page' },
    url: { value: 'URL', help: 'where it will be served (default: that of GitHub Pages)' },
    owner: {
      value: 'OWNER',
      help: 'the GitHub login of a maintainer; may be repeated (default: github.user of git config)',
      isMultiple: true,
    },
    pwshelf: { value: 'VERSION@SHA', help: 'the pwshelf that it runs on (default: this one)' },
    'dry-run': DRY_RUN_OPTION,
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf init ../gallery --repository contoso/gallery', 'with all else as suggested'],
    [
      'pwshelf init ../gallery --repository contoso/gallery --title "Contoso gallery" --owner octocat',
      'and a name',
    ],
  ],
  run: async (args, terminal) => {
    const [dir = ''] = args.positionals;
    checkEmptyFolder(dir);
    await checkGitAuthor();
    const kit = await pinnedKit(args);
    const settings = await settingsOf(args);
    const files = renderNewGallery(settings, kit, readKitFiles());
    const isDryRun = args.isSet('dry-run');
    const commit = isDryRun ? undefined : await createRepository(dir, files, `Begin ${settings.title}`);
    const paths = files.map(({ path }) => path);
    if (args.isSet('json')) {
      terminal.out(
        `${JSON.stringify({ dir, settings, pwshelf: kit, files: paths, commit }, undefined, 2)}\n`,
      );
    }
    if (isDryRun) {
      for (const path of paths) terminal.say(`would write ${join(dir, path)}`);
      return 0;
    }
    for (const line of nextSteps(dir, settings, kit)) terminal.say(line);
    return 0;
  },
};

/** @throws UsageError when something is needed and not given, or is not what the settings take */
async function settingsOf(args: VerbArguments): Promise<NewGallerySettings> {
  const given = async (name: string, question: string, suggestion?: string) =>
    args.text(name) ??
    (canAsk(PROCESS_STREAMS) ? await ask(PROCESS_STREAMS, question, suggestion) : suggestion);

  const repository = await given('repository', 'Repository on GitHub, OWNER/NAME');
  if (!repository || !/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(repository))
    throw new UsageError(
      'say where it will live on GitHub with --repository OWNER/NAME, e.g. contoso/gallery.',
    );
  const [account = ''] = repository.split('/');
  const title = await given('title', 'Title', `${account} gallery`);
  const description = await given(
    'description',
    'Description',
    `PowerShell modules and scripts of ${account}.`,
  );
  const url = await given('url', 'Address of the site', pagesUrl(repository));
  const named = args.texts('owner');
  const suggestedOwner = (await gitConfig('github.user')) ?? account;
  const owners =
    named.length > 0
      ? named
      : [
          (canAsk(PROCESS_STREAMS) &&
            (await ask(PROCESS_STREAMS, 'GitHub login of a maintainer', suggestedOwner))) ||
            suggestedOwner,
        ];
  const parsed = gallerySettingsSchema.safeParse({ title, description, siteUrl: url, repository, owners });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const siteUrl = new URL(parsed.data.siteUrl ?? '').href.replace(/\/*$/, '/');
  return { title: parsed.data.title, description: parsed.data.description, siteUrl, repository, owners };
}

/** @throws UsageError when it is not given and this pwshelf is no checkout */
async function pinnedKit(args: VerbArguments): Promise<PinnedKit> {
  const text = args.text('pwshelf');
  if (text !== undefined) {
    const [, version, sha] = /^v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)@([0-9a-f]{40})$/.exec(text) ?? [];
    if (version !== undefined && sha !== undefined) return { version, sha };
    throw new UsageError(
      `--pwshelf ${text} is not a version and the 40 digits of its commit, e.g. 0.1.0@0123….`,
    );
  }
  const sha = await commitOf(KIT_ROOT);
  if (sha === undefined)
    throw new UsageError(
      'this pwshelf is no git checkout, so name the commit to run on with --pwshelf VERSION@SHA.',
    );
  const { version } = JSON.parse(readFileSync(join(KIT_ROOT, 'package.json'), 'utf8')) as { version: string };
  return { version, sha };
}

function readKitFiles(): readonly TextFile[] {
  return readdirSync(join(KIT_ROOT, '.github'), { recursive: true, encoding: 'utf8' })
    .map((path) => `.github/${path.replaceAll('\\', '/')}`)
    .filter(isTakenOver)
    .sort()
    .map((path) => ({ kind: 'text', path, text: readFileSync(join(KIT_ROOT, path), 'utf8') }));
}

function nextSteps(
  dir: string,
  { repository, siteUrl }: NewGallerySettings,
  kit: PinnedKit,
): readonly string[] {
  return [
    `${dir} is the repository of a gallery on pwshelf ${kit.version} (${kit.sha.slice(0, 12)}). Next:`,
    `  1. Make an empty repository ${repository} on GitHub, and in its Settings > Pages choose GitHub Actions as the source.`,
    `  2. git -C ${dir} push https://github.com/${repository}.git main`,
    `  3. GITHUB_TOKEN=… npm run pwshelf -- doctor --repository ${repository} --fix`,
    `It will be at ${siteUrl}.`,
  ];
}
