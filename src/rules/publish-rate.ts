/** PUBLISH_RATE: a build pipeline publishes faster than a gallery takes it. */
import { defineRule } from '../domain/rule.ts';

export const publishRate = defineRule<{ publisher: string; what: string; waitSeconds: number }>({
  code: 'PUBLISH_RATE',
  severity: 'error',
  title: 'A build pipeline publishes faster than a gallery takes it',
  why: 'Every version stays for ever: a loop that runs wild, or a key in other hands, must not fill the gallery.',
  message: ({ publisher, what, waitSeconds }) =>
    `${publisher} has published as many ${what} in short time as pipelines may; the next one is taken in ${waitSeconds} seconds.`,
  remedy: () => 'Send it again after that time.',
  example: { publisher: 'contoso', what: 'new ids', waitSeconds: 540 },
});
