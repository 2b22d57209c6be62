/** OpenSearch: lets browsers search the gallery from their address field. */
import type { APIRoute } from 'astro';
import { XMLBuilder } from 'fast-xml-parser';
import { siteContext } from '../gallery-context.ts';
import { siteRoutes } from '../routes.ts';

/** As the specification limits it. */
const MAX_SHORT_NAME = 16;

export const GET: APIRoute = () => {
  const { gallery, siteUrl } = siteContext();
  const routes = siteRoutes(siteUrl);
  const builder = new XMLBuilder({ format: true, ignoreAttributes: false, suppressEmptyNode: true });
  const text = builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    OpenSearchDescription: {
      '@_xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      ShortName: gallery.settings.title.slice(0, MAX_SHORT_NAME),
      Description: `Packages of ${gallery.settings.title}`,
      InputEncoding: 'UTF-8',
      Url: { '@_type': 'text/html', '@_template': `${routes.absolute(routes.packages)}?q={searchTerms}` },
    },
  });
  return new Response(text);
};
