/** DOWNLOAD_REFUSED: the address of a package cannot be fetched, or may not. */
import { defineRule } from '../domain/rule.ts';

export const downloadRefused = defineRule<{ url: string; problem: string }>({
  code: 'DOWNLOAD_REFUSED',
  severity: 'error',
  title: 'The address of a package cannot be fetched',
  why: 'A gallery fetches only what it was pointed to: by https, from hosts that it trusts with files, in bounded time and size.',
  message: ({ url, problem }) => `${url}: ${problem}.`,
  remedy: () => 'Attach the file to the request, or put it on a release of a GitHub repository.',
  example: {
    url: 'https://files.example/Contoso.Tools.1.2.0.nupkg',
    problem: 'the host is not one of those that this gallery fetches from',
  },
});
