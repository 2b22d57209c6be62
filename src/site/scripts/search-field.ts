/** Leads from the search field to the list of packages. */

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
  const input = form.querySelector('input');
  if (form.dataset['search'] === 'live') continue;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = input?.value.trim() ?? '';
    location.assign(
      query === ''
        ? (form.dataset['target'] ?? '')
        : `${form.dataset['target']}?q=${encodeURIComponent(query)}`,
    );
  });
  input?.focus();
}
