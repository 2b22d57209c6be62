/** How long and how much a server waits for its clients. The numbers suit a gallery; tests make them smaller. */

export interface ServerLimits {
  /** Until the headers of a request are there. */
  readonly headersTimeoutMs: number;
  /** Until its body is there too: a package of 95 MB over 3 Mbit/s. */
  readonly requestTimeoutMs: number;
  /** A connection on which neither side moves anything, in the middle of a request, is cut; a push may wait for its build. */
  readonly idleTimeoutMs: number;
  /** Until an answer is out: 95 MB at 27 KB/s. Whoever takes it a byte at a time holds a file and a connection. */
  readonly answerTimeoutMs: number;
  /** An open connection without a request; longer than the minute after which proxies close theirs. */
  readonly keepAliveTimeoutMs: number;
  /** How often the times above are looked at. */
  readonly checkIntervalMs: number;
  readonly maxHeaderBytes: number;
  readonly maxConnections: number;
  /** Of one address; of a proxy that is trusted, which has those of all, as many as there may be. */
  readonly maxConnectionsEach: number;
  /** What is still taken, and thrown away, of a body that nobody reads, so that its sender can read the answer. */
  readonly discardedBytes: number;
  readonly discardedMs: number;
  /** How long requests may go on after the server was told to stop. */
  readonly stopMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  headersTimeoutMs: 20_000,
  requestTimeoutMs: 300_000,
  idleTimeoutMs: 120_000,
  answerTimeoutMs: 3_600_000,
  keepAliveTimeoutMs: 65_000,
  checkIntervalMs: 2000,
  maxHeaderBytes: 16 * 1024,
  maxConnections: 2000,
  maxConnectionsEach: 1000,
  discardedBytes: 256 * 1024 * 1024,
  discardedMs: 30_000,
  stopMs: 10_000,
};
