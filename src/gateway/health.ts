/** What monitors and orchestrators ask: does the process live, and may it be sent requests. It tells nothing else. */
import type { Readiness } from './parts.ts';

export function healthAnswer(): Response {
  return state(200, 'ok');
}

export function readyAnswer({ ready, state: why = 'starting' }: Readiness): Response {
  return ready ? state(200, 'ready') : state(503, why);
}

function state(status: number, text: string): Response {
  return new Response(`${JSON.stringify({ status: text })}\n`, {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(status === 503 && { 'Retry-After': '1' }),
    },
  });
}
