/** Compares the two chosen versions; the choice is part of the address. Packages are fetched when lines are asked for. */
import { versionChanges } from '../../domain/version-changes.ts';
import type { VersionFacts } from '../../domain/version-facts.ts';
import { changesHtml, hunksHtml } from '../changes-html.ts';
import { binaryKind } from '../file-view.ts';
import { html } from '../html.ts';

const page = document.querySelector<HTMLElement>('[data-compare]');
const form = page?.querySelector('form');
const [from, to] = form?.querySelectorAll('select') ?? [];
const place = page?.querySelector('[data-changes]');
const status = page?.querySelector('[role="status"]');

if (page && form && from && to && place && status) {
  const factsUrl = page.dataset['facts'] ?? '';
  let asked = 0;

  const chosen = () => `?from=${encodeURIComponent(from.value)}&to=${encodeURIComponent(to.value)}`;

  const show = async () => {
    const turn = ++asked;
    const [one, other] = [from, to].map((select) => select.selectedOptions[0]);
    if (!one || !other) return;
    status.textContent = '';
    try {
      const [before, after] = await Promise.all([
        factsOf(factsUrl, one.value),
        factsOf(factsUrl, other.value),
      ]);
      if (turn !== asked || !before || !after) return;
      place.innerHTML = changesHtml(versionChanges(before, after), {
        commandUrl: () => undefined,
        fileDetails: (path) =>
          binaryKind(path) === undefined
            ? html`<details data-path="${path}"><summary>Show the lines</summary></details>`
            : undefined,
      }).text;
      for (const details of place.querySelectorAll('details')) {
        details.addEventListener(
          'toggle',
          () => showLines(details, one.dataset['blob'] ?? '', other.dataset['blob'] ?? ''),
          { once: true },
        );
      }
      status.textContent = `${after.version} from ${before.version}`;
      document.title = `${after.id} ${after.version} from ${before.version}`;
    } catch {
      if (turn === asked) status.textContent = 'The versions cannot be loaded. Are you offline?';
    }
  };

  const take = () => {
    const query = new URLSearchParams(location.search);
    for (const [select, name] of [
      [from, 'from'],
      [to, 'to'],
    ] as const) {
      const value = query.get(name);
      if (value !== null && [...select.options].some((option) => option.value === value))
        select.value = value;
    }
  };

  const changed = () => {
    history.pushState(null, '', chosen());
    void show();
  };
  form.addEventListener('change', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('[data-swap]')?.addEventListener('click', () => {
    [from.value, to.value] = [to.value, from.value];
    changed();
  });
  window.addEventListener('popstate', () => {
    take();
    void show();
  });
  take();
  void show();
}

async function factsOf(root: string, version: string): Promise<VersionFacts> {
  const response = await fetch(`${root}${version}.json`);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as VersionFacts;
}

async function showLines(details: HTMLDetailsElement, before: string, after: string): Promise<void> {
  const path = details.dataset['path'] ?? '';
  const note = (text: string) =>
    details.append(Object.assign(document.createElement('p'), { textContent: text }));
  try {
    const { fileDifference } = await import('./package-files.ts');
    const hunks = await fileDifference(before, after, path);
    if (hunks === 'not-text') note('Not a text.');
    else if (hunks === 'too-much') note('Too much differs to be shown line by line.');
    else details.insertAdjacentHTML('beforeend', hunksHtml(hunks).text);
  } catch {
    note('The packages cannot be loaded.');
  }
}
