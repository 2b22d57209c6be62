/** The name under which a gallery is registered with clients: its title without what a shell would need quotes for. */

/** `Contoso: tools` → `ContosoTools` */
export function repositoryName(title: string): string {
  const words = title.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return name === '' ? 'Gallery' : name;
}
