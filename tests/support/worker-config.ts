/** The configuration of the edge worker as its platform reads it: JSON with comments. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT_ROOT } from './clients.ts';

export const WORKER_CONFIG_DIR = join(PROJECT_ROOT, 'deploy/worker');

export interface WorkerConfig {
  readonly name: string;
  readonly main: string;
  readonly compatibility_date: string;
  readonly compatibility_flags?: readonly string[];
  readonly assets: {
    readonly directory: string;
    readonly binding: string;
    readonly run_worker_first: boolean;
    readonly html_handling: 'none';
    readonly not_found_handling: 'none';
  };
  readonly vars: Readonly<Record<string, string>>;
}

export function readWorkerConfig(): WorkerConfig {
  const path = join(WORKER_CONFIG_DIR, 'wrangler.jsonc');
  const { config, error } = ts.parseConfigFileTextToJson(path, readFileSync(path, 'utf8'));
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  return config as WorkerConfig;
}
