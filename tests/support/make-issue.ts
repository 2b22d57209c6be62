/** An issue as GitHub makes it from a form: each answer below the label of its field. */
import type { Issue } from '../../src/publish/request/request.ts';

export function makeIssue(answers: Readonly<Record<string, string>>): Issue {
  const body = Object.entries(answers).map(([label, answer]) => `### ${label}\n\n${answer}`);
  return {
    kind: 'issue',
    number: 2,
    url: 'https://github.com/contoso/gallery/issues/2',
    title: 'A request',
    body: body.join('\n\n'),
    author: { login: 'ada', id: 101, isBot: false },
    isOpen: true,
    createdAt: '2026-03-01T12:00:00Z',
  };
}
