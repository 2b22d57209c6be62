/** Which form an answer takes. */
import { expect, it } from 'vitest';
import { chooseFormat } from '../../../src/gateway/odata/accept.ts';

it.each([
  [null, 'atom'],
  ['', 'atom'],
  ['*/*', 'atom'],
  // nuget
  ['application/atom+xml,application/xml', 'atom'],
  ['application/atom+xml;q=0.9, application/json;q=0.5', 'atom'],
  // A browser
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'atom'],
  ['application/json', 'json-verbose'],
  ['Application/JSON;odata=verbose', 'json-verbose'],
  ['application/json;odata.metadata=minimal', 'json-verbose'],
  ['application/json, text/plain, */*', 'json-verbose'],
  ['application/xml;q=0.5, application/json', 'json-verbose'],
  ['application/xml, application/json', 'atom'],
  ['application/json;q=0', 'atom'],
  ['application/json;q=none', 'json-verbose'],
  ['image/png', 'atom'],
  [`${'x/y,'.repeat(250)}application/json`, 'atom'],
])('%j is answered with %s', (header, format) => {
  expect(chooseFormat(header, undefined)).toBe(format);
});

it('follows $format before Accept', () => {
  expect(chooseFormat('application/atom+xml', 'json')).toBe('json-verbose');
  expect(chooseFormat('application/json', 'atom')).toBe('atom');
});
