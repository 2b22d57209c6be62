/** Rows of results: packages, and commands. */

import { formatDate } from '../../../report/format-text.ts';
import type { CommandMatch } from '../../../search/find-commands.ts';
import { excerpt, markText } from '../../../search/highlight.ts';
import { dayText, Flag, type PackageDetails } from '../../../search/index-format.ts';
import { hasCommandPage } from '../../command-page-name.ts';
import { tileColour, tileLetter } from '../../tile.ts';
import { element, marked } from './elements.ts';

const SHOWN_DESCRIPTION = 200;

const KINDS: Readonly<Record<CommandMatch['kind'], string>> = {
  function: 'function',
  cmdlet: 'cmdlet',
  workflow: 'workflow',
  alias: 'alias',
  'dsc-resource': 'DSC resource',
  'role-capability': 'role capability',
  script: 'script',
};

/** @param words  folded, to be marked */
export function packageRow(base: string, item: PackageDetails, words: readonly string[]): HTMLLIElement {
  const { id, version, description, tags, facts, commandCount, isDeprecated } = item;
  const isScript = (facts.flags & Flag.script) !== 0;
  const editions = [
    ...((facts.flags & Flag.core) === 0 ? [] : ['Core']),
    ...((facts.flags & Flag.desktop) === 0 ? [] : ['Desktop']),
  ].join(' and ');
  const runsOn = [facts.powerShell && `PowerShell ${facts.powerShell}`, editions].filter(Boolean).join(', ');
  const text = markText(excerpt(description, words, SHOWN_DESCRIPTION), words);
  const found = tags.filter((tag) => markText(tag, words).some(({ isMarked }) => isMarked));
  const row = element(
    'li',
    { class: 'row' },
    pictureOf(base, item),
    element('h3', {}, element('a', { href: packageAddress(base, id) }, marked(markText(id, words)))),
    element('span', { class: 'version' }, `${version} · ${formatDate(dayText(facts.day))}`),
    element(
      'p',
      {},
      isDeprecated ? element('span', { class: 'label warn' }, 'deprecated') : '',
      isDeprecated ? ' ' : '',
      marked(text),
    ),
    element(
      'p',
      { class: 'row-facts' },
      element('span', {}, isScript ? 'script' : 'module'),
      runsOn === '' ? '' : element('span', {}, runsOn),
      isScript || commandCount === 0
        ? ''
        : element('span', {}, `${commandCount} ${commandCount === 1 ? 'command' : 'commands'}`),
      element('span', {}, `by ${facts.owners.join(', ')}`),
      element('span', {}, `quality ${facts.quality}`),
      found.length === 0
        ? ''
        : element('span', {}, 'tagged ', ...withCommas(found.map((tag) => marked(markText(tag, words))))),
    ),
  );
  if (![id, ...tags].some((name) => markText(name, words).some(({ isMarked }) => isMarked))) {
    const isInText = text.some(({ isMarked }) => isMarked);
    if (!isInText && words.length > 0) row.dataset['unseen'] = '';
  }
  return row;
}

/** @param synopsis  of the command in this package */
export function commandRow(
  base: string,
  { name, kind }: CommandMatch,
  { id, version }: PackageDetails,
  synopsis: string,
  words: readonly string[],
): HTMLLIElement {
  const address = packageAddress(base, id);
  const own =
    kind !== 'script' && hasCommandPage({ kind, name })
      ? `${address}commands/${encodeURIComponent(name)}/`
      : address;
  return element(
    'li',
    { class: 'row command-row' },
    element('h3', {}, element('a', { href: own }, marked(markText(name, words)))),
    element('span', { class: 'version' }, KINDS[kind]),
    synopsis === '' ? '' : element('p', {}, marked(markText(synopsis, words))),
    element(
      'p',
      { class: 'row-facts' },
      element('span', {}, 'in ', element('a', { href: address }, id), ` ${version}`),
    ),
  );
}

export function packageAddress(base: string, id: string): string {
  return `${base}packages/${encodeURIComponent(id)}/`;
}

/** The package's own picture, or a tile with its letter. */
function pictureOf(base: string, { id, icon }: PackageDetails): HTMLElement {
  if (icon !== '') {
    return element('img', {
      class: 'icon',
      src: base + icon,
      alt: '',
      width: '40',
      height: '40',
      loading: 'lazy',
    });
  }
  return element('span', { class: `tile tile-${tileColour(id)}`, 'aria-hidden': 'true' }, tileLetter(id));
}

function withCommas(nodes: readonly Node[]): (Node | string)[] {
  return nodes.flatMap((node, at) => (at === 0 ? [node] : [', ', node]));
}
