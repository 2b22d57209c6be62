/** Keys for those who do not reach for the mouse: `/` to search, arrows along lists, `?` for what there is. */

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'Search'],
  ['↓ ↑', 'Next or previous entry of a list'],
  ['Enter', 'Open it'],
  ['Esc', 'Back to the search field; out of it; close this'],
  ['?', 'These keys'],
];
const ENTRIES = '.rows h3 a, .command-list dt a, .command-rows a.mono, .file-tree a';

const home = document.body.dataset['home'] ?? '/';

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target as HTMLElement;
  const isTyping = target.matches('input, textarea, select, [contenteditable]');
  if (event.key === 'Escape' && target.matches('input[type="search"]')) {
    // A browser would empty the field without a word, and the results would be those of another query.
    event.preventDefault();
    target.blur();
  } else if (event.key === 'Escape' && target.matches('[data-results] a')) focusSearch();
  else if (event.key === '/' && !isTyping) {
    event.preventDefault();
    focusSearch();
  } else if (event.key === '?' && !isTyping) help();
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const isInSearch = target.matches('input[type="search"]');
    if (isTyping && !(isInSearch && event.key === 'ArrowDown')) return;
    if (move(target, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
  }
});

if (location.hash === '#search') focusSearch();

function focusSearch(): void {
  const input = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (input) {
    input.focus();
    input.select();
  } else location.assign(`${home}packages/#search`);
}

/** Only once one is in a list, or comes from the search: otherwise arrows scroll, as they should. */
function move(target: HTMLElement, step: 1 | -1): boolean {
  const entries = [...document.querySelectorAll<HTMLElement>(ENTRIES)].filter((entry) => entry.offsetParent);
  const at = entries.indexOf(target);
  const isInSearch = target.matches('input[type="search"]');
  if (at < 0 && !isInSearch) return false;
  const next = entries[at + step];
  if (next) next.focus();
  else if (step === -1) focusSearch();
  return true;
}

function help(): void {
  const known = document.querySelector<HTMLDialogElement>('dialog.keys');
  if (known) {
    known.showModal();
    return;
  }
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const title = Object.assign(document.createElement('h2'), { id: 'keys-title', textContent: 'Keys' });
  const list = document.createElement('dl');
  for (const [key, what] of KEYS) {
    const row = document.createElement('div');
    const name = document.createElement('dt');
    name.append(Object.assign(document.createElement('kbd'), { textContent: key }));
    row.append(name, Object.assign(document.createElement('dd'), { textContent: what }));
    list.append(row);
  }
  const form = Object.assign(document.createElement('form'), { method: 'dialog' });
  form.append(Object.assign(document.createElement('button'), { textContent: 'Close' }));
  dialog.append(title, list, form);
  document.body.append(dialog);
  dialog.showModal();
}
