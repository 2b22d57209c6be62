/** REQUEST_TAKEN: two requests of build pipelines bear one name. */
import { defineRule } from '../domain/rule.ts';

export const requestTaken = defineRule<{ request: string }>({
  code: 'REQUEST_TAKEN',
  severity: 'error',
  title: 'Two requests of build pipelines bear one name',
  why: 'The answer is found under the name of the request; the second one would take the answer of the first away.',
  message: ({ request }) => `Another request is called ${request} already, and has its answer.`,
  remedy: () => 'Draw 32 new hexadecimal digits for each request.',
  example: { request: '0f3c9ab1de5577e2c4f0a1b2c3d4e5f6' },
});
