/** What a gateway is put together from, and what it knows of whoever asks. Everything that touches the world comes in here. */
import type { Assets } from './assets.ts';
import type { GatewayLogEntry } from './request-log.ts';

export interface GatewayParts {
  readonly assets: Assets;
  /** The path under which the gallery lives, with slashes at both ends: `/` or `/repo/`. */
  readonly base: string;
  /** A name for whom browsers ask credentials; a private gallery shows it. */
  readonly realm?: string;
  /**
   * Answers GET and HEAD below `api/v2/`. While it is there, no file below that path is served: the static documents of V2
   * are written for clients that filter by themselves.
   */
  readonly v2?: ReadPart;
  /** Answers GET and HEAD below `v3/`; what it does not answer is a file. */
  readonly v3?: ReadPart;
  /** Answers PUT, POST and DELETE below `api/v2/`. It judges the key that the request bears; nothing else has done so. */
  readonly push?: (request: Request, context: RequestContext) => Promise<Response>;
  /** Said to whoever pushes where nothing is taken: a sentence that tells where to push instead. */
  readonly pushAdvice?: string;
  /** Given, only those for whom it says yes may read: the gallery is private. */
  readonly isReader?: (credentials: ReaderCredentials, context: RequestContext) => Promise<boolean>;
  /** Slows down whoever tries credentials; asked only in a private gallery, and never of credentials that are right. */
  readonly throttle?: CredentialThrottle;
  readonly isReady: () => Readiness;
  /** Asked where this gallery has nothing, with the path below the base. Without an answer the gallery is looked at again. */
  readonly upstream?: ReadPart;
  /** The spelling of a package's id, for an id in any case; undefined when no package is called so. */
  readonly canonicalId?: (id: string) => Promise<string | undefined>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newRequestId: () => string;
  readonly log?: (entry: GatewayLogEntry) => void;
  /** Told of what was thrown while a request was answered with 500. */
  readonly reportFailure?: (error: unknown, requestId: string) => void;
}

/**
 * @param path  what follows the part's own folder, decoded and without a leading slash: `FindPackagesById()`, or nothing for the root
 * @returns undefined when the part has no answer
 */
export type ReadPart = (request: Request, path: string) => Promise<Response | undefined>;

export interface Readiness {
  readonly ready: boolean;
  /** Why not. */
  readonly state?: 'starting' | 'stopping';
}

/** What the server beneath knows of a request. */
export interface ClientInfo {
  /** Of the client, as far as the server can tell. */
  readonly address?: string;
  /** Resolves when the answer is out, or the client gone. Without it an answer is logged when it begins. */
  readonly sent?: Promise<SentAnswer>;
}

export interface SentAnswer {
  /** Headers and the body after compression. */
  readonly bytes: number;
  /** False when the client left before the end. */
  readonly isWhole: boolean;
}

/** What the parts are told of a request beside the request itself. */
export interface RequestContext {
  readonly requestId: string;
  /** `unknown` where the server cannot tell. */
  readonly address: string;
  /** Puts the name of the key that was used, never the key, into the log. */
  readonly noteKey: (keyId: string) => void;
}

export interface ReaderCredentials {
  /** Of basic authentication; any will do. */
  readonly user: string | undefined;
  readonly secret: string;
}

export interface CredentialThrottle {
  /** How long an address is told to wait when its credentials are wrong; 0 when it is not. */
  readonly waitSeconds: (address: string) => number;
  readonly noteFailure: (address: string) => void;
}

export interface Gateway {
  readonly fetch: (request: Request, info?: ClientInfo) => Promise<Response>;
}
