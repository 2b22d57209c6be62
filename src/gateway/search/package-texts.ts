/** The words by which a package is found, folded once for each package that a search looks at. */
import { foldText, joinName, nameTokens, textTokens } from '../../search/fold-text.ts';
import { type CataloguePackage, shownAt } from '../catalogue/catalogue.ts';

/** Each text has a blank before and after every word, so that ` az` finds a beginning and ` az ` a whole word. */
export interface PackageTexts {
  readonly foldedId: string;
  /** Without what stands between words. */
  readonly joinedId: string;
  readonly id: string;
  /** Words of tags, those of commands among them. */
  readonly tags: string;
  readonly description: string;
  readonly people: string;
}

const known = new WeakMap<CataloguePackage, PackageTexts>();

export function packageTexts(owner: CataloguePackage): PackageTexts {
  const found = known.get(owner);
  if (found) return found;
  const { id, title, description, authors, company, owners } = owner;
  const texts: PackageTexts = {
    foldedId: foldText(id),
    joinedId: joinName(id),
    id: spaced(nameTokens(id)),
    tags: spaced(owner.tags(shownAt(owner)).split(' ').flatMap(nameTokens)),
    description: spaced(textTokens(title === id ? description : `${title} ${description}`)),
    people: spaced([authors, company, ...owners].flatMap(textTokens)),
  };
  known.set(owner, texts);
  return texts;
}

function spaced(words: readonly string[]): string {
  return ` ${[...new Set(words)].join(' ')} `;
}
