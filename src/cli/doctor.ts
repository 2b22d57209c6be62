/** `pwshelf doctor`: is the repository on GitHub set up as a gallery needs it? */
import { existsSync } from 'node:fs';
import { fetchDoctorFacts } from '../io/doctor-facts.ts';
import { openGitHub } from '../io/github.ts';
import { loadRecords } from '../io/load-records.ts';
import { checkRepository, type DoctorCheck, missingLabels } from '../publish/doctor-checks.ts';
import { GALLERY_LABELS } from '../publish/request/gallery-labels.ts';
import { printable } from '../report/printable.ts';
import { INDEX_OPTION, indexDirOf, JSON_OPTION, UsageError, type Verb, type VerbArguments } from './verb.ts';

export const doctorVerb: Verb = {
  name: 'doctor',
  summary: 'see whether a repository on GitHub is set up for a gallery',
  operands: '',
  operandCount: { min: 0, max: 0 },
  about: [
    'Asks GitHub for the settings that a gallery depends on and tells of each whether it is right, and else where to\n' +
      'change it. Takes the token from GITHUB_TOKEN or GH_TOKEN; that of an administrator sees everything. Nothing is\n' +
      'changed, but for labels with --fix.',
  ],
  options: {
    repository: { value: 'OWNER/NAME', help: 'on GitHub (default: repository of gallery.yaml)' },
    index: INDEX_OPTION,
    fix: { help: 'make the labels that are missing' },
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf doctor', 'the repository of this gallery, with the token in GITHUB_TOKEN'],
    ['pwshelf doctor --repository contoso/gallery --fix', 'another one, and make its labels'],
  ],
  run: async (args, terminal) => {
    const repository = repositoryOf(args);
    const { env } = process;
    const token = env['GITHUB_TOKEN'] || env['GH_TOKEN'];
    const github = openGitHub({ repository, token, apiUrl: env['GITHUB_API_URL'] });
    let facts = await fetchDoctorFacts(github, repository);
    const made = args.isSet('fix') ? missingLabels(facts) : [];
    for (const { name, colour, description } of GALLERY_LABELS.filter((label) => made.includes(label.name)))
      await github.createLabel(name, colour, description);
    facts = { ...facts, labels: [...facts.labels, ...made] };
    const checks = checkRepository(facts);
    const isRight = checks.every(({ state }) => state !== 'missing');
    if (args.isSet('json')) {
      terminal.out(`${JSON.stringify({ repository, labelsMade: made, checks }, undefined, 2)}\n`);
    } else {
      for (const name of made) terminal.say(`made the label ${name}`);
      terminal.out(checks.map(formatCheck).join(''));
    }
    terminal.say(summaryOf(checks));
    return isRight ? 0 : 1;
  },
};

/** @throws UsageError when it is named nowhere */
function repositoryOf(args: VerbArguments): string {
  const index = indexDirOf(args);
  const named =
    args.text('repository') ?? (existsSync(index) ? loadRecords(index).settings?.repository : undefined);
  if (named !== undefined && /^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(named)) return named;
  throw new UsageError('name the repository on GitHub with --repository OWNER/NAME, e.g. contoso/gallery.');
}

const MARKS: Readonly<Record<DoctorCheck['state'], string>> = {
  ok: 'ok      ',
  missing: 'MISSING ',
  unknown: 'unknown ',
};

function formatCheck({ name, state, found, remedy }: DoctorCheck): string {
  const lines = [`${MARKS[state]} ${name}: ${printable(found)}`];
  if (remedy !== undefined) lines.push(`          → ${printable(remedy)}`);
  return `${lines.join('\n')}\n`;
}

function summaryOf(checks: readonly DoctorCheck[]): string {
  const count = (state: DoctorCheck['state']) => checks.filter((check) => check.state === state).length;
  return `${count('ok')} right, ${count('missing')} missing, ${count('unknown')} unknown.`;
}
