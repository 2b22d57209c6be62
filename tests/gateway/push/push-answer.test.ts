import { describe, expect, it } from 'vitest';
import { findingOf } from '../../../src/domain/rule.ts';
import { type PushAnswer, renderPushAnswer } from '../../../src/gateway/push/push-answer.ts';
import { nameGrammar } from '../../../src/rules/name-grammar.ts';

const HOSTILE = 'x\r\nSet-Cookie: a=b\u001b[2J\u202e</script>';
const finding = findingOf(nameGrammar, { file: 'request' }, { id: HOSTILE });
const render = (answer: PushAnswer, accept?: string) =>
  renderPushAnswer(
    new Request('https://gallery.example/', { headers: accept === undefined ? {} : { accept } }),
    answer,
  );

describe('an answer that quotes a stranger', () => {
  it('has one line of reason, and no header of theirs', () => {
    const response = render({ status: 400, findings: [finding] });
    expect(response.statusText).toMatch(/^NAME_GRAMMAR: x Set-Cookie: a=b \[2J <\/script> is not an id/);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('is plain text without control characters, and not to be taken for anything else', async () => {
    const response = render({ status: 400, findings: [finding] });
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('\\u{1b}[2J\\u{202e}</script>');
  });

  it('is JSON for programs', async () => {
    const response = render({ status: 400, findings: [finding] }, 'text/html, Application/JSON;q=0.9');
    expect(await response.json()).toMatchObject({ status: 400, findings: [{ code: 'NAME_GRAMMAR' }] });
  });
});

it('tells errors first, and of many the first fifty', async () => {
  const warnings = Array.from({ length: 100 }, () => ({ ...finding, severity: 'warning' as const }));
  const text = await render({ status: 400, findings: [...warnings, finding] }).text();
  const paragraphs = text.trimEnd().split('\n\n');
  expect(paragraphs).toHaveLength(50);
  expect(paragraphs.map((paragraph) => paragraph.split(' ')[1])).toEqual([
    'error',
    ...Array.from({ length: 49 }, () => 'warning'),
  ]);
});

it('has no body where none may be', async () => {
  const response = render({ status: 204, findings: [], sentence: 'Contoso.Tools 1.0.0 is unlisted.' });
  expect([response.body, response.headers.get('content-type')]).toEqual([null, null]);
});

it('is kept by no cache', () => {
  expect(render({ status: 201, findings: [] }).headers.get('cache-control')).toBe('no-store');
});
