import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { anchorOf, renderDocsMarkdown } from '../../src/site/docs-markdown.ts';
import { docsPages } from '../../src/site/docs-pages.ts';
import { siteRoutes } from '../../src/site/routes.ts';
import { makeSettings } from '../support/make-gallery.ts';

const FOLDER = new URL('../../src/site/docs/', import.meta.url);
const SOURCES = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [`./docs/${name}`, readFileSync(new URL(name, FOLDER), 'utf8')]),
);
const routes = siteRoutes('https://host.example/repo/');

it.each([
  ['with a repository', { repository: 'contoso/gallery' }],
  ['without one', {}],
])('fills in the name and the addresses of a gallery %s', (_, settings) => {
  const pages = docsPages(SOURCES, makeSettings({ title: 'Contoso gallery', ...settings }), routes);
  for (const { markdown, title, description } of pages) {
    expect(markdown).not.toMatch(/\{\{|undefined/);
    expect(title).not.toBe('');
    expect(description).toMatch(/[.?]$/);
  }
  const install = pages.find(({ name }) => name === 'install')?.markdown;
  expect(install).toContain(
    'Register-PSResourceRepository -Name ContosoGallery -Uri https://host.example/repo/v3/index.json',
  );
});

it('refuses a placeholder that there is not', () => {
  const sources = { './docs/x.md': '---\ntitle: X\norder: 1\n---\n{{nothing}}\n' };
  expect(() => docsPages(sources, makeSettings(), routes)).toThrow('unknown placeholder nothing');
});

it('stands in the order of its pages, each under a name of its own', () => {
  const names = docsPages(SOURCES, makeSettings(), routes).map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['install', 'find', 'publish']);
  expect(new Set(names).size).toBe(names.length);
});

it('has an anchor for every rule', () => {
  const rules = docsPages(SOURCES, makeSettings(), routes).find(({ name }) => name === 'rules');
  const html = renderDocsMarkdown(rules?.markdown ?? '');
  for (const { code } of RULES) expect(html).toContain(`<h3 id="${code}">`);
});

it.each([
  ['What is decided', 'what-is-decided'],
  ['dotnet, nuget', 'dotnet-nuget'],
  ['ZIP_OVERLAP', 'ZIP_OVERLAP'],
])('makes of the heading %s the anchor %s', (title, anchor) => {
  expect(anchorOf(title)).toBe(anchor);
});
