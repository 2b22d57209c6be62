/** PUBLISH_WAIT: a new id by a new publisher waits. */
import { defineRule } from '../domain/rule.ts';

export const publishWait = defineRule<{ id: string; publisher: string; hours: number; until: string }>({
  code: 'PUBLISH_WAIT',
  severity: 'warning',
  isForReview: true,
  title: 'A new id by a new publisher waits',
  why: 'Maintainers get time to look at what a stranger brings before anybody can install it; where nobody objects, it is let in without them.',
  message: ({ id, publisher, hours, until }) =>
    `${id} is new and its publisher ${publisher} owns nothing here, so it waits ${hours} ${hours === 1 ? 'hour' : 'hours'}, until ${until}, unless a maintainer lets it in.`,
  remedy: () => 'Nothing has to be done: it goes on by itself when the time is over.',
  example: { id: 'Contoso.Tools', publisher: 'contoso', hours: 72, until: '2026-02-03T09:30:00Z' },
});
