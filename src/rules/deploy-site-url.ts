/** DEPLOY_SITE_URL: addresses in the feed do not lie below the site. */
import { defineRule } from '../domain/rule.ts';

export const deploySiteUrl = defineRule<{ found: string; expected: string }>({
  code: 'DEPLOY_SITE_URL',
  severity: 'error',
  title: 'The feed names addresses of another site',
  why: 'Clients follow the addresses in the feed: they would ask another gallery, or a machine that nobody reaches.',
  message: ({ found, expected }) => `The feed names ${found}, but it is to be served at ${expected}.`,
  remedy: ({ expected }) => `Build with --site-url ${expected}, or set siteUrl in gallery.yaml.`,
  example: { found: 'http://127.0.0.1:8080/', expected: 'https://contoso.github.io/gallery/' },
});
