/** Stands before a private gallery: whoever reads shows credentials, and learns nothing from those that are wrong. */
import type { GatewayParts, RequestContext } from './parts.ts';
import { parseReaderCredentials } from './reader-credentials.ts';
import { textAnswer } from './text-answer.ts';

/** @returns the refusal, or undefined when the request may go on */
export async function refuseStranger(
  request: Request,
  { isReader, throttle, realm = 'PowerShell gallery' }: Pick<GatewayParts, 'isReader' | 'throttle' | 'realm'>,
  context: RequestContext,
): Promise<Response | undefined> {
  if (!isReader) return undefined;
  const found = parseReaderCredentials(request.headers);
  // PowerShellGet 2 and browsers ask without credentials first; that is no attempt.
  if (found.kind === 'none') return challenge(realm);
  // First, whoever else failed there: all readers behind one proxy or in one office have the same address.
  if (found.kind === 'credentials' && (await isReader(found.credentials, context))) return undefined;
  const waitSeconds = throttle?.waitSeconds(context.address) ?? 0;
  throttle?.noteFailure(context.address);
  if (waitSeconds === 0) return challenge(realm);
  return textAnswer(429, 'There were too many wrong credentials from this address. Try again later.', {
    'Retry-After': String(Math.ceil(waitSeconds)),
  });
}

function challenge(realm: string): Response {
  const quoted = realm.replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '\\$&');
  return textAnswer(
    401,
    'This gallery is private: give any user name, and a key that may read as the password.',
    { 'WWW-Authenticate': `Basic realm="${quoted}", charset="UTF-8"` },
  );
}
