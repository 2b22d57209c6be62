/** `pwshelf probe`: is the live gallery there, and is it the one that was built? */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withSlash } from '../io/published-text.ts';
import { printableLine } from '../report/printable.ts';
import { countText } from '../report/terminal-text.ts';
import { builtVersions } from './deployed-gallery.ts';
import { type ProbeStep, type ProbeWishes, probeGallery } from './probe-gallery.ts';
import { isSiteUrl } from './site-url-option.ts';
import { tellResult } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { JSON_OPTION, UsageError, type Verb, type VerbArguments } from './verb.ts';

/** GitHub Pages shows a deployment within some minutes. */
const ATTEMPTS_WITH_BUILD = 20;
const ATTEMPTS = 3;
const WAIT_SECONDS = 15;

export const probeVerb: Verb = {
  name: 'probe',
  summary: 'ask a live gallery for what clients ask of it',
  operands: 'URL',
  operandCount: { min: 1, max: 1 },
  about: [
    'Asks for the list of versions, the home page, the V2 feed as PowerShellGet 2 does and the V3 feed as the others\n' +
      'do, and downloads the package that was published last to compare its SHA-512. With --dir the list of versions\n' +
      'must be that of the build. As long as something is wrong it asks again, since a deployment takes its time.',
    'Every address is asked past the caches. Clients may get files of the deployment before for ten minutes more; the\n' +
      'feeds are made so that these still work.',
  ],
  options: {
    dir: { value: 'DIR', help: 'the folder that was deployed: wait until the live gallery is that build' },
    attempts: {
      value: 'N',
      help: `how often to ask at most (default: ${ATTEMPTS}; with --dir ${ATTEMPTS_WITH_BUILD})`,
    },
    wait: { value: 'SECONDS', help: `how long to wait between two attempts (default: ${WAIT_SECONDS})` },
    'no-site': { help: 'there are only the feeds, no home page (with --dir: as the folder says)' },
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf probe https://contoso.github.io/gallery/ --dir dist', 'after dist/ was deployed'],
    ['pwshelf probe https://contoso.github.io/gallery/ --json', 'a look at what is live, for a monitor'],
  ],
  run: async (args, terminal) => {
    const siteUrl = urlOf(args);
    const dir = args.text('dir');
    const attempts = numberOf(args, 'attempts', dir === undefined ? ATTEMPTS : ATTEMPTS_WITH_BUILD, 1);
    const waitSeconds = numberOf(args, 'wait', WAIT_SECONDS, 0);
    const wishes: ProbeWishes = {
      listText: dir === undefined ? undefined : (await builtVersions(dir)).text,
      hasSite: !args.isSet('no-site') && (dir === undefined || existsSync(join(dir, 'index.html'))),
    };
    const steps = await probeUntilFine(siteUrl, wishes, attempts, waitSeconds, terminal);
    const findings = steps.flatMap((step) => step.findings);
    if (!args.isSet('json')) for (const line of stepLines(steps)) terminal.out(`${line}\n`);
    return tellResult(args, terminal, findings, { site: siteUrl, steps: steps.map(stepJson) }, [
      `${siteUrl}: ${steps.length} addresses: ${countText(findings)}.`,
    ]);
  },
};

async function probeUntilFine(
  siteUrl: string,
  wishes: ProbeWishes,
  attempts: number,
  waitSeconds: number,
  terminal: Terminal,
): Promise<readonly ProbeStep[]> {
  for (let attempt = 1; ; attempt++) {
    const steps = await probeGallery(siteUrl, wishes);
    const failed = steps.filter(({ findings }) => findings.length > 0);
    if (failed.length === 0 || attempt >= attempts) return steps;
    const what = failed.map((step) => step.what).join(', ');
    terminal.say(`Attempt ${attempt} of ${attempts}: not yet ${what}. Again in ${waitSeconds} seconds.`);
    await sleep(waitSeconds * 1000);
  }
}

/** What a host says of itself is shown, not sent. */
export function stepLines(steps: readonly ProbeStep[]): readonly string[] {
  return steps.map(({ what, url, status, contentType, durationMs, findings }) => {
    const verdict = findings.length === 0 ? 'fine' : 'FAILS';
    const answer =
      status === undefined ? 'no answer' : `${status} ${contentType || 'no type'}, ${durationMs} ms`;
    return printableLine(`${verdict}  ${what.padEnd(20)}  ${answer}  ${url}`);
  });
}

export function stepJson({ findings, ...step }: ProbeStep): object {
  return { ...step, isFine: findings.length === 0 };
}

function urlOf(args: VerbArguments): string {
  const text = args.positionals[0] ?? '';
  if (!isSiteUrl(text))
    throw new UsageError(
      `${text} is not an absolute http or https URL, e.g. https://contoso.github.io/gallery/.`,
    );
  return withSlash(new URL(text).href);
}

function numberOf(args: VerbArguments, name: string, standard: number, least: number): number {
  const text = args.text(name) ?? String(standard);
  if (!/^\d{1,4}$/.test(text) || Number(text) < least)
    throw new UsageError(`--${name} ${text}: a number from ${least} to 9999 is expected.`);
  return Number(text);
}
