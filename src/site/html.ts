/**
 * HTML as text whose values are always escaped, for what is shown both by a build and by a browser: a component could
 * be rendered only by the one.
 */

/** HTML that may stand as it is. */
export class SafeHtml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type HtmlValue = string | number | SafeHtml | undefined | readonly HtmlValue[];

/** A template whose values are escaped, but for those that are HTML already; lists are joined, undefined is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  return new SafeHtml(parts.map((part, index) => part + textOf(values[index])).join(''));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}

function textOf(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof SafeHtml) return value.text;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(textOf).join('');
}
