/** Brings the search to the list of packages once someone searches: until then its code and its index stay away. */
import type { SearchPage } from './search/search-page.ts';

const root = document.querySelector<HTMLElement>('[data-search-page]');
const form = document.querySelector<HTMLFormElement>('form[data-search="live"]');
const input = form?.querySelector('input');
const addressed = new URLSearchParams(location.search);
let opening: Promise<SearchPage> | undefined;

if (root && form && input) {
  const open = () => (opening ??= load(root, input));
  if (['q', 'in', 'sort'].some((name) => addressed.has(name))) {
    input.value = addressed.get('q') ?? '';
    void open();
  }
  input.addEventListener('focus', () => void open(), { once: true });
  input.addEventListener('input', async () => (await open()).type(input.value));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    (await open()).commit(input.value);
  });
  for (const link of document.querySelectorAll('[data-filter-all]')) {
    link.addEventListener('click', async (event) => {
      event.preventDefault();
      (await open()).commit(input.value);
    });
  }
}

async function load(page: HTMLElement, field: HTMLInputElement): Promise<SearchPage> {
  try {
    const { openSearchPage } = await import('./search/search-page.ts');
    return openSearchPage(page, field);
  } catch (error) {
    opening = undefined;
    const line = document.querySelector('[data-status]');
    if (line)
      line.textContent =
        'The search could not be loaded: reload the page to try again. Below is the list of all packages.';
    throw error;
  }
}
