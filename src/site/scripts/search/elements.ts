/** Elements made of text, never of HTML: what packages say of themselves stays text. */
import type { TextPiece } from '../../../search/highlight.ts';

type Child = Node | string | undefined;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children) if (child !== undefined && child !== '') made.append(child);
  return made;
}

export function marked(pieces: readonly TextPiece[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...pieces.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text)));
  return fragment;
}
