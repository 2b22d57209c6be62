/** The colours that gallery.yaml sets, over those of the style sheet. */
import type { APIRoute } from 'astro';
import { siteContext } from '../gallery-context.ts';
import { themeCss } from '../theme.ts';

export const GET: APIRoute = () => new Response(themeCss(siteContext().gallery.settings.site.accent));
