/** What changed between two versions, as a section each for commands, metadata and files. */
import type { CommandChange, FileChange, MetadataChange, VersionChanges } from '../domain/version-changes.ts';
import { isUnchanged } from '../domain/version-changes.ts';
import type { DiffHunk } from '../report/file-diff.ts';
import { formatSize } from '../report/format-text.ts';
import { html, type SafeHtml } from './html.ts';

export interface ChangesOptions {
  /** Address of a command's page, where it has one. */
  readonly commandUrl: (name: string) => string | undefined;
  /** What stands under a file that is in both, e.g. its difference; undefined for nothing. */
  readonly fileDetails: (path: string) => SafeHtml | undefined;
}

export function changesHtml(changes: VersionChanges, options: ChangesOptions): SafeHtml {
  if (isUnchanged(changes)) return html`<p class="section">Nothing but the version.</p>`;
  return html`${commandsSection(changes, options)}${metadataSection(changes.metadata)}${filesSection(changes.files, options)}`;
}

function commandsSection({ added, removed, changed }: VersionChanges, options: ChangesOptions) {
  if (added.length + removed.length + changed.length === 0) return undefined;
  return html`<section class="section" aria-labelledby="commands"><h2 id="commands">Commands</h2><ul class="command-changes">${added.map(
    (name) => html`<li><span class="sign added">added</span>${commandName(name, options)}</li>`,
  )}${removed.map(
    (name) => html`<li><span class="sign removed">removed</span><span class="mono">${name}</span></li>`,
  )}${changed.map(
    (change) =>
      html`<li><span class="sign">changed</span><div>${commandName(change.name, options)}${parametersList(change)}</div></li>`,
  )}</ul></section>`;
}

function commandName(name: string, { commandUrl }: ChangesOptions): SafeHtml {
  const url = commandUrl(name);
  return url === undefined
    ? html`<span class="mono">${name}</span>`
    : html`<a class="mono" href="${url}">${name}</a>`;
}

function parametersList({ added, removed, changed }: CommandChange): SafeHtml {
  return html`<ul class="plain-list soft">${added.map(
    (name) => html`<li>new parameter <span class="mono">-${name}</span></li>`,
  )}${removed.map((name) => html`<li><span class="mono">-${name}</span> is gone</li>`)}${changed.map(
    ({ name, before, after }) => html`<li><span class="mono">-${name}</span>: ${before} → ${after}</li>`,
  )}</ul>`;
}

function metadataSection(changes: readonly MetadataChange[]) {
  if (changes.length === 0) return undefined;
  return html`<section class="section" aria-labelledby="facts"><h2 id="facts">Metadata</h2><dl class="fact-changes">${changes.map(
    ({ title, before, after }) =>
      html`<div><dt>${title}</dt><dd>${before === '' ? undefined : html`<del>${before}</del>`}${
        after === '' ? undefined : html`<ins>${after}</ins>`
      }</dd></div>`,
  )}</dl></section>`;
}

function filesSection(files: readonly FileChange[], { fileDetails }: ChangesOptions) {
  if (files.length === 0) return undefined;
  const countOf = (kind: FileChange['kind']) => files.filter((file) => file.kind === kind).length;
  return html`<section class="section" aria-labelledby="files"><h2 id="files">Files <span class="count">${countOf('added')} added, ${countOf(
    'removed',
  )} removed, ${countOf('changed')} changed</span></h2>${files.map(
    (file) =>
      html`<div class="file-change"><p><span class="sign ${file.kind}">${file.kind}</span><span class="mono">${file.path}</span> <span class="soft">${sizesOf(
        file,
      )}</span></p>${file.kind === 'changed' ? fileDetails(file.path) : undefined}</div>`,
  )}</section>`;
}

function sizesOf({ beforeBytes, afterBytes }: FileChange): string {
  const sizes = [beforeBytes, afterBytes].flatMap((bytes) =>
    bytes === undefined ? [] : [formatSize(bytes)],
  );
  return [...new Set(sizes)].join(' → ');
}

const SIGNS = { same: ' ', added: '+', removed: '-' } as const;

/** The lines that differ, closed at first. */
export function hunksDetails(hunks: readonly DiffHunk[] | undefined): SafeHtml | undefined {
  if (hunks === undefined || hunks.length === 0) return undefined;
  return html`<details><summary>Show the lines</summary>${hunksHtml(hunks)}</details>`;
}

export function hunksHtml(hunks: readonly DiffHunk[]): SafeHtml {
  return html`${hunks.map(
    ({ head, lines }) =>
      html`<pre tabindex="0"><code><span class="hunk">${head}\n</span>${lines.map(
        ({ kind, text }) => html`<span class="${kind}">${SIGNS[kind]}${text}\n</span>`,
      )}</code></pre>`,
  )}`;
}
