/** What the replays of clients ask of a server: a fetch, in process or over a network, and a record of what was asked. */
export type ClientFetch = (url: string, init?: RequestInit) => Promise<Response>;

export interface RecordedFetch {
  readonly fetch: ClientFetch;
  /** Addresses in the order in which they were asked for. */
  readonly urls: readonly string[];
}

export function recordRequests(fetch: ClientFetch): RecordedFetch {
  const urls: string[] = [];
  return {
    urls,
    fetch: (url, init) => {
      urls.push(url);
      return fetch(url, init);
    },
  };
}

/** The text of .NET's HttpRequestException: all that PSResourceGet and nuget show of a failure. */
export function httpFailure({ status, statusText }: Response): string {
  return `Response status code does not indicate success: ${status} (${statusText}).`;
}
