/**
 * Answers that are the same as long as the catalogue is: whoever asks again with the mark that it was given is told so, and
 * nothing is searched for.
 */
import { isStillFresh } from './freshness.ts';
import { withHeaders } from './response-headers.ts';

/**
 * Only answers with status 200 get the mark.
 * @param mark  of the catalogue, and of the form of the answer where there are several
 */
export async function markedAnswer(
  request: Request,
  mark: string,
  answer: () => Promise<Response> | Response,
): Promise<Response> {
  const etag = `W/"${mark}"`;
  const ifNoneMatch = request.headers.get('if-none-match') ?? undefined;
  // `*` asks whether there is anything, which is not known before it is searched for.
  const isAsked = ifNoneMatch !== undefined && ifNoneMatch.trim() !== '*';
  const held = { ifNoneMatch, ifModifiedSince: undefined };
  if (isAsked && isStillFresh(held, { etag: `"${mark}"`, modifiedAtSeconds: 0 })) {
    return new Response(null, { status: 304, headers: { ETag: etag, Vary: 'Accept' } });
  }
  const response = await answer();
  return response.status === 200 ? withHeaders(response, { ETag: etag }) : response;
}
