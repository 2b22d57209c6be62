/** What a package says of itself beyond its metadata: help of its commands, topics, licence, what its code can do. */
import type { CommandHelp } from './command-help.ts';
import type { CommandKind, CommandKnowledge } from './package-commands.ts';

export interface PackageDocs {
  readonly commands: readonly DocumentedCommand[];
  readonly topics: readonly AboutTopic[];
  readonly license: LicenseFact;
  readonly changelogPath: string | undefined;
  /** In the order of paths and lines. */
  readonly capabilities: readonly Capability[];
  readonly code: CodeFacts;
}

/** A script package is a command of its own. */
export type DocumentedKind = CommandKind | 'script';

export interface DocumentedCommand {
  readonly kind: DocumentedKind;
  readonly name: string;
  readonly known: CommandKnowledge;
  /** Where it is defined, when the package shows it. */
  readonly definition: CodePlace | undefined;
  /** Of an alias: what it stands for. */
  readonly target: string | undefined;
  /** Its aliases, as far as the package exports them. */
  readonly aliases: readonly string[];
  /** Undefined when neither help nor code of it is in the package. */
  readonly help: CommandHelp | undefined;
}

export interface CodePlace {
  /** Inside the package. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

export interface AboutTopic {
  /** `about_Name`. */
  readonly name: string;
  readonly path: string;
  /** `en-US`, or undefined for one that stands in the root. */
  readonly culture: string | undefined;
}

export interface LicenseFact {
  /** SPDX id, when the text or the address is that of a known licence. */
  readonly spdxId: string | undefined;
  /** Of the licence file in the package. */
  readonly path: string | undefined;
}

/** One thing that the code can do, seen in the code: a fact for readers, no accusation. */
export interface Capability extends CodePlace {
  readonly kind: CapabilityKind;
  /** The command, type or call that shows it. */
  readonly shown: string;
}

export type CapabilityKind =
  | 'network'
  | 'download'
  | 'file-write'
  | 'registry'
  | 'process'
  | 'native-code'
  | 'dynamic-code'
  | 'encoded-command'
  | 'credentials'
  | 'scheduled-task'
  | 'service'
  | 'execution-policy';

export interface CodeFacts {
  /** .ps1, .psm1 and .psd1 files. */
  readonly scriptCount: number;
  /** Those that end in an Authenticode signature; whether it is valid only Windows can tell. */
  readonly signedCount: number;
  readonly assemblyCount: number;
}
