import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { runVerb } from '../support/run-verb.ts';

describe('the command line', () => {
  it('prints all verbs, with a half line each', async () => {
    const { code, out } = await runVerb('--help');
    expect(code).toBe(0);
    for (const name of Object.keys(VERBS)) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  });

  it.each(Object.keys(VERBS))('explains %s with its options and an example', async (name) => {
    for (const words of [
      [name, '--help'],
      ['help', name],
    ]) {
      const { code, out } = await runVerb(...words);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^Usage: pwshelf ${name}\\b`));
      expect(out).toContain('Options:');
      expect(out).toMatch(new RegExp(`Examples:\\n  pwshelf ${name}`));
    }
  });

  it.each([
    [['nonsense'], /no verb "nonsense"/],
    [['build', '--nonsense'], /It knows .*--index/],
    [['build', 'operand'], /takes no operands/],
    [['publish'], /takes FILE…; none was given/],
    [['remove', 'A'], /takes ID VERSION; A was given/],
    [['serve', '--log', 'yaml'], /takes no operands; yaml was given/],
    [['serve', '--push', 'frob', 'again'], /takes no operands; frob, again were given/],
    [['build', '--site-url', 'ftp://x/'], /not an absolute http or https URL/],
    [['build', '--index', '/no/such/folder'], /There is no folder \/no\/such\/folder/],
    [['serve', '--dir', '/no/such/folder'], /There is no folder/],
    [['serve', '--port', '99999', '--dir', '.'], /not a port/],
    [
      ['serve', '--static', '--dir', 'src', '--port', '0', '--host', '192.0.2.1'],
      /no address 192\.0\.2\.1[\s\S]*--host/,
    ],
    [['inspect', '/no/such/file.nupkg'], /There is no file/],
    [['inspect', 'src'], /src is a folder[\s\S]*pwshelf pack/],
    [['unlist', 'A', '--as', 'x', '--index', '/no/such/folder'], /There is no folder \/no\/such\/folder/],
    [['inspect', 'package.json'], /not a \.nupkg, \.psd1 or \.ps1/],
    [['pack', 'package.json'], /neither a folder nor a \.ps1/],
    [['deprecate', 'A', '--reason', 'Bored', '--as', 'x'], /not one of Legacy/],
    [['owners', 'A', '--add', 'not a login', '--as', 'x'], /no GitHub login/],
    [['unlist', 'A', '--as', 'not a login'], /no GitHub login/],
  ])('says what is wrong with %j, and ends with 2', async (words, message) => {
    const { code, err, out } = await runVerb(...words);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(out).toBe('');
  });

  it('shows no control characters of what it was given', async () => {
    const { err } = await runVerb('\u001b[31mred');
    expect(err).not.toContain('\u001b');
    expect(err).toContain('\\u{1b}');
  });

  it('ends with 2 and the overview without a verb', async () => {
    expect(await runVerb()).toMatchObject({ code: 2 });
  });
});
