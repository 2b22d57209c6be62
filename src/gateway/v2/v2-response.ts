/** The two forms of V2's answers, with the headers that its clients look at. */
import { escapeXml } from '../../feed/v2/xml-text.ts';
import { reasonPhrase } from '../reason-phrase.ts';

export type V2Format = 'atom' | 'json';

const BUSY_SECONDS = '5';

type Body = string | ReadableStream<Uint8Array>;

/** @param kind  what an XML answer is: a feed, one entry, or a document of another kind */
export function v2Response(format: V2Format, kind: 'feed' | 'entry' | 'document', body: Body): Response {
  const xml = kind === 'document' ? 'application/xml' : `application/atom+xml;type=${kind}`;
  return new Response(body, {
    headers: {
      'Content-Type': `${format === 'json' ? 'application/json;odata=verbose' : xml};charset=utf-8`,
      DataServiceVersion: '2.0;',
      Vary: 'Accept',
    },
  });
}

export function textResponse(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'text/plain;charset=utf-8' } });
}

/** @param message  a sentence or two: what was not understood, or is not there */
export function v2Problem(format: V2Format, status: 400 | 404 | 503, message: string): Response {
  const body =
    format === 'json'
      ? JSON.stringify({ error: { code: '', message: { lang: 'en-US', value: message } } })
      : '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">' +
        `<m:code/><m:message xml:lang="en-US">${escapeXml(message)}</m:message></m:error>\n`;
  return new Response(body, {
    status,
    statusText: reasonPhrase(message),
    headers: {
      'Content-Type': `application/${format === 'json' ? 'json' : 'xml'};charset=utf-8`,
      DataServiceVersion: '1.0;',
      Vary: 'Accept',
      ...(status === 503 && { 'Retry-After': BUSY_SECONDS }),
    },
  });
}
