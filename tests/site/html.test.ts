import { expect, it } from 'vitest';
import { escapeHtml, html } from '../../src/site/html.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import fc from '../support/laws.ts';

it('escapes values, leaves HTML as it is, and joins lists', () => {
  const inner = html`<b>${'<i>'}</b>`;
  expect(html`<p title="${'"\'&'}">${[inner, 'x', 2]}${undefined}</p>`.text).toBe(
    '<p title="&#34;&#39;&#38;"><b>&#60;i&#62;</b>x2</p>',
  );
});

it('lets no character through by which a text or an attribute could end', () => {
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeHtml(text))));
  for (const text of HOSTILE_TEXTS) expect(escapeHtml(text)).not.toMatch(/[<>"']/);
});
