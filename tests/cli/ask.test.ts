import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ask, canAsk } from '../../src/cli/ask.ts';

function terminal(typed: string) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true });
  input.write(typed);
  return { input, output };
}

describe('ask', () => {
  it.each([
    ['Contoso\n', 'Contoso'],
    ['  Contoso  \r\n', 'Contoso'],
    ['\n', 'suggested'],
    ['   \n', 'suggested'],
  ])('takes %j for %s', async (typed, expected) => {
    expect(await ask(terminal(typed), 'Title', 'suggested')).toBe(expected);
  });

  it('shows the question with its suggestion', async () => {
    const streams = terminal('\n');
    await ask(streams, 'Title', 'Contoso gallery');
    expect(String(streams.output.read())).toBe('Title [Contoso gallery]: ');
  });

  it('has nobody to ask where a stream is no terminal', () => {
    expect(canAsk(terminal(''))).toBe(true);
    expect(canAsk({ ...terminal(''), input: new PassThrough() })).toBe(false);
  });
});
