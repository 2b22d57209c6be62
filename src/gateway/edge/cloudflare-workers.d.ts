/** What we use of the module that the platform of the worker gives to every script; it is no package and has no types of its own. */
declare module 'cloudflare:workers' {
  /** Keeps the request that is answered now alive until the work is done, though its client may have left. */
  export function waitUntil(work: Promise<unknown>): void;
}
