import { expect, it } from 'vitest';
import { gitServerOf, gitTokenEnvironment } from '../../src/io/git-token.ts';

it.each([
  [undefined, 'https://github.com'],
  ['https://api.github.com', 'https://github.com'],
  ['https://git.contoso.example/api/v3', 'https://git.contoso.example'],
])('finds the server of the API %s', (apiUrl, server) => {
  expect(gitServerOf(apiUrl)).toBe(server);
});

it('gives the token to that server alone, and says nothing where there is none', () => {
  const environment = gitTokenEnvironment('https://github.com', 'ghs_x');
  expect(environment['GIT_CONFIG_KEY_0']).toBe('http.https://github.com/.extraheader');
  expect(JSON.stringify(environment)).not.toContain('ghs_x');
  expect(gitTokenEnvironment('https://github.com', '')).toEqual({});
});
