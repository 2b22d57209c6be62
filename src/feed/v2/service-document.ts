/** The V2 root: an AtomPub service document. Clients take a root that begins with `<?xml` for a V2 feed. */
import type { TextFile } from '../../domain/output-file.ts';
import { type FeedUrls, V2_ROOT, V2_SCRIPT_ROOT } from '../urls.ts';
import { escapeXml } from './xml-text.ts';

/** A folder's index.html is what a static host answers with at the folder's own address. */
export function renderV2ServiceDocuments(urls: FeedUrls): readonly TextFile[] {
  return [V2_ROOT, V2_SCRIPT_ROOT].map((root) => ({
    kind: 'text',
    path: `${root}index.html`,
    text: serviceDocument(urls.absolute(root)),
  }));
}

export function serviceDocument(base: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    `<service xml:base="${escapeXml(base)}" xmlns="http://www.w3.org/2007/app" xmlns:atom="http://www.w3.org/2005/Atom">\n` +
    '  <workspace>\n    <atom:title type="text">Default</atom:title>\n' +
    '    <collection href="Packages"><atom:title type="text">Packages</atom:title></collection>\n' +
    '  </workspace>\n</service>\n'
  );
}
