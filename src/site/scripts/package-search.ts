/** Search on the list of packages: the query is part of the address, results take the place of the list. */

interface PagefindResult {
  readonly data: () => Promise<{
    readonly url: string;
    readonly meta: Readonly<Record<string, string | undefined>>;
  }>;
}

interface Pagefind {
  readonly options: (options: { readonly baseUrl: string }) => Promise<void>;
  readonly debouncedSearch: (
    query: string,
    options: object,
    waitMs: number,
  ) => Promise<{ readonly results: readonly PagefindResult[] } | null>;
}

const RESULTS_SHOWN = 50;
const WAIT_MS = 120;

const list = document.querySelector<HTMLElement>('[data-package-list]');
const results = document.querySelector<HTMLUListElement>('[data-results]');
const statusLine = document.querySelector<HTMLElement>('[data-status]');
const form = document.querySelector<HTMLFormElement>('form[data-search="live"]');
const input = form?.querySelector('input');
const folder = list?.dataset['pagefind'] ?? '';
let loading: Promise<Pagefind> | undefined;

async function loadPagefind(): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  // Records carry whole addresses already.
  await pagefind.options({ baseUrl: '/' });
  return pagefind;
}

async function search(query: string): Promise<void> {
  if (!list || !results || !statusLine) return;
  if (query === '') {
    list.hidden = false;
    results.hidden = true;
    statusLine.textContent = '';
    return;
  }
  loading ??= loadPagefind();
  const pagefind = await loading;
  const found = await pagefind.debouncedSearch(query, {}, WAIT_MS);
  // A later keystroke has taken over.
  if (!found) return;
  const shown = await Promise.all(found.results.slice(0, RESULTS_SHOWN).map((result) => result.data()));
  if (input?.value.trim() !== query) return;
  results.replaceChildren(...shown.map(({ url, meta }) => resultRow(url, meta)));
  list.hidden = true;
  results.hidden = false;
  const count = found.results.length;
  const what = count === 1 ? '1 package' : `${count} packages`;
  statusLine.textContent = count === 0 ? `No package matches “${query}”.` : `${what} for “${query}”`;
}

/** Made of elements, not of HTML text: what packages say of themselves stays text. */
function resultRow(url: string, meta: Readonly<Record<string, string | undefined>>): HTMLElement {
  const row = element('li', 'row');
  const tile = element('span', `tile tile-${meta['tile'] ?? '0'}`);
  tile.textContent = (meta['title'] ?? '').charAt(0).toUpperCase();
  tile.setAttribute('aria-hidden', 'true');
  const heading = element('h3', '');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta['title'] ?? '';
  heading.append(link);
  const version = element('span', 'version');
  version.textContent = `${meta['version'] ?? ''}${meta['kind'] === 'script' ? ' · script' : ''}`;
  const text = element('p', '');
  text.textContent = meta['description'] ?? '';
  row.append(tile, heading, version, text);
  return row;
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  return made;
}

function queryOfAddress(): string {
  return new URLSearchParams(location.search).get('q')?.trim() ?? '';
}

function follow(query: string): void {
  search(query).catch((error: unknown) => {
    if (statusLine)
      statusLine.textContent = `The search could not be loaded (${String(error)}). The list below is complete.`;
  });
}

if (input && form) {
  input.value = queryOfAddress();
  if (input.value !== '') follow(input.value);
  input.addEventListener('input', () => {
    const query = input.value.trim();
    history.replaceState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`);
    follow(query);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', () => {
    input.value = queryOfAddress();
    follow(input.value);
  });
}
