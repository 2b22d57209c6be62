/** How git gets a token of GitHub: by its environment, since an argument shows in lists of processes, and a URL in messages. */

const DEFAULT_API_HOST = 'api.github.com';

type Environment = Readonly<Record<string, string>>;

/** @param serverUrl  such as `https://github.com`: whoever else is asked does not get it */
export function gitTokenEnvironment(serverUrl: string, token: string | undefined): Environment {
  if (token === undefined || token === '') return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${serverUrl}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  };
}

/** Where the repositories lie whose API this is: GitHub has a host for each, a server of one's own has one for both. */
export function gitServerOf(apiUrl: string | undefined): string {
  const { host, origin } = new URL(apiUrl || `https://${DEFAULT_API_HOST}`);
  return host === DEFAULT_API_HOST ? 'https://github.com' : origin;
}
