/** `pwshelf keys list`: what each key is for, and until when. */
import type { PublishingKey, TrustedWorkflow } from '../domain/publishing-keys.ts';
import { listIndexFiles } from '../io/index-files.ts';
import { loadKeys } from '../io/load-records.ts';
import { nowToTheSecond } from '../io/now.ts';
import { keyState, keyStateText } from '../publish/keys/key-state.ts';
import { tellFindings } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { type ExitCode, indexDirOf, type VerbArguments } from './verb.ts';

export async function listKeys(args: VerbArguments, terminal: Terminal): Promise<ExitCode> {
  const { value, findings } = loadKeys(listIndexFiles(indexDirOf(args)));
  tellFindings(terminal, findings);
  if (!value) return 1;
  const nowMs = Date.parse(nowToTheSecond());
  if (args.isSet('json')) {
    const keys = value.keys.map((key) => ({ ...key, state: keyState(key, nowMs) }));
    terminal.out(`${JSON.stringify({ keys, workflows: value.workflows }, undefined, 2)}\n`);
    return 0;
  }
  const rows = [...value.keys.map((key) => keyRow(key, nowMs)), ...value.workflows.map(workflowRow)];
  if (rows.length === 0) terminal.say('There are no keys: nobody publishes from a pipeline.');
  else terminal.out(table(rows));
  return 0;
}

type Row = readonly string[];

function keyRow(key: PublishingKey, nowMs: number): Row {
  return [key.id, key.owner, key.kind, key.scopes.join(','), key.ids.join(','), keyStateText(key, nowMs)];
}

function workflowRow({ repository, workflow, ref, owner, scopes, ids }: TrustedWorkflow): Row {
  return [repository, owner, 'keyless', scopes.join(','), ids.join(','), `${workflow}@${ref ?? '*'}`];
}

function table(rows: readonly Row[]): string {
  const widths = rows.reduce<readonly number[]>(
    (found, row) => row.map((cell, at) => Math.max(cell.length, found[at] ?? 0)),
    [],
  );
  const lines = rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
