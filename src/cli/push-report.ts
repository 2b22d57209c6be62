/** How `pwshelf push` tells what came of a request, to people, to programs, and to later steps of a workflow. */
import { appendFileSync } from 'node:fs';
import type { Finding } from '../domain/finding.ts';
import { parseNuGetVersion } from '../domain/nuget-version.ts';
import { ANSWERS_BRANCH, answerPath, type PublishAnswer } from '../domain/publish-answer.ts';
import type { PublishRequest } from '../domain/publish-request.ts';
import { versionPagePath } from '../feed/urls.ts';
import { formatErrorAnnotation } from '../report/annotations.ts';
import { findingJson } from '../report/finding-json.ts';
import { printableLine } from '../report/printable.ts';
import type { PushArguments } from './push-arguments.ts';
import type { Terminal } from './terminal.ts';
import type { ExitCode, VerbArguments } from './verb.ts';

export interface PushOutcome {
  readonly asked: PushArguments;
  readonly request: PublishRequest;
  readonly siteUrl: string;
  readonly answer: PublishAnswer | undefined;
  /** Of the look at it on this machine. */
  readonly findings: readonly Finding[];
}

/** A line while it is waited. */
export function progressText(answer: PublishAnswer | undefined, seconds: number): string {
  if (!answer) return `waiting for the gallery (${seconds} s)`;
  return `${answer.state}${answer.run === undefined ? '' : ` by ${printableLine(answer.run)}`} (${seconds} s)`;
}

export function tellPush(args: VerbArguments, terminal: Terminal, outcome: PushOutcome): ExitCode {
  const { asked, request, answer, findings } = outcome;
  const state = answer?.state ?? 'sent';
  const url = pageUrl(outcome);
  if (args.isSet('json')) {
    const { id, version } = request;
    const { gallery, action } = asked;
    const { status, commit, run } = answer ?? {};
    const all = [...findings.map(findingJson), ...(answer?.findings ?? [])];
    const json = { state, gallery, action, request: request.request, id, version, url, status, commit, run };
    terminal.out(`${JSON.stringify({ ...json, findings: all }, undefined, 2)}\n`);
  } else tellAnswer(terminal, answer?.findings ?? []);
  terminal.say(lastLine(outcome, url));
  writeOutputs({ state, url, request: request.request });
  if (state === 'refused') return 1;
  const isReached = asked.until === 'sent' || state === 'live' || state === asked.until;
  return isReached ? 0 : 2;
}

function lastLine({ asked, request, answer }: PushOutcome, url: string): string {
  const what = `${request.id} ${request.version}`;
  const state = answer?.state;
  if (state === 'refused') return `${what} was refused (${answer?.status}).`;
  const done = `${request.action}ed`;
  if (state === 'live') return `${what} is ${request.action === 'publish' ? 'live' : done}: ${url}`;
  if (asked.until === 'sent') return `The answer will be in ${answerAddress(asked, request)}`;
  if (state === asked.until) return `${what} is ${done}, and soon to be seen on ${url}`;
  const known = state === undefined ? 'nothing was answered' : `it is ${state}, and no more is known`;
  return (
    `${what}: ${known} after ${asked.timeoutSeconds} seconds.\n  → The answer will be in ` +
    `${answerAddress(asked, request)}; see the runs of the workflow in ${asked.gallery} too.`
  );
}

/**
 * Somebody else's text, as that of a package is. Each on one line: the runner of GitHub Actions takes a line that begins
 * with `::` for a command.
 */
function tellAnswer(terminal: Terminal, findings: PublishAnswer['findings']): void {
  for (const { code, message, remedy } of findings) {
    terminal.say(`error: ${printableLine(message)} ${printableLine(code)}`);
    if (remedy !== undefined && remedy !== '') terminal.say(`  → ${printableLine(remedy)}`);
    if (process.env['GITHUB_ACTIONS'] === 'true')
      terminal.say(formatErrorAnnotation(code, [message, remedy ?? ''].join(' ').trim()));
  }
}

function answerAddress({ gallery }: PushArguments, { request }: PublishRequest): string {
  const server = (process.env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, '');
  return `${server}/${gallery}/blob/${ANSWERS_BRANCH}/${answerPath(request)}`;
}

function pageUrl({ siteUrl, request: { id, version } }: PushOutcome): string {
  const parsed = parseNuGetVersion(version);
  return parsed.ok ? siteUrl + versionPagePath(encodeURIComponent(id), parsed.value) : siteUrl;
}

/** For later steps of a workflow of GitHub Actions. */
function writeOutputs(values: Readonly<Record<string, string>>): void {
  const file = process.env['GITHUB_OUTPUT'];
  if (!file) return;
  const lines = Object.entries(values).map(([name, value]) => `${name}=${printableLine(value)}\n`);
  appendFileSync(file, lines.join(''));
}
