/** Where GitHub Pages serves a repository that has no domain of its own. */

/**
 * `https://contoso.github.io/gallery/`; for the repository that is named after its host, `https://contoso.github.io/`.
 * @param repository  `OWNER/NAME`
 */
export function pagesUrl(repository: string): string {
  const [owner = '', name = ''] = repository.split('/');
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}
