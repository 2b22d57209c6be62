/**
 * The one comment under a request: what was decided, what to do next, what was found, and what the packages are. It is
 * written anew at every look, so it never tells of yesterday.
 */
import type { Finding, Severity } from '../domain/finding.ts';
import type { Gallery } from '../domain/gallery.ts';
import type { GatheredPackage } from '../io/gather-request.ts';
import type { RequestFacts } from '../publish/request/request-facts.ts';
import type { Hold, Verdict } from '../publish/request/verdict.ts';
import { findingText } from '../report/finding-text.ts';
import { formatDate } from '../report/format-text.ts';
import { codeText, plainText } from './markdown-text.ts';
import { formatPackageSection } from './package-section.ts';
import { formatMarker, type RequestMarker } from './request-marker.ts';

/** GitHub takes 65,536; what is left out is in the log of the run. */
const MAX_LENGTH = 60_000;
const FINDINGS_SHOWN = 50;
/** Of the findings, so that the first are there whatever the last quote. */
const FINDINGS_MAX_LENGTH = 40_000;
/** What a message quotes may be as long as a form. */
const MESSAGE_MAX_LENGTH = 1500;

export interface CommentParts {
  readonly marker: RequestMarker;
  readonly facts: RequestFacts;
  readonly verdict: Verdict;
  readonly gallery: Gallery;
  readonly packages: readonly (GatheredPackage | undefined)[];
  /** Of the run that built the preview. */
  readonly previewUrl: string | undefined;
  /** The commit, when it is done. */
  readonly done: { readonly commit: string; readonly pageUrls: readonly string[] } | undefined;
}

export function formatComment(parts: CommentParts): string {
  const { marker, facts, verdict, gallery, packages, previewUrl, done } = parts;
  const head = [
    formatMarker(marker),
    `## ${done ? doneTitle(verdict) : TITLES[verdict.kind]}`,
    done ? doneText(done) : nextSteps(facts, verdict),
    findingsText(verdict.findings),
  ];
  const sections = packages.flatMap((item) => (item ? [formatPackageSection(item, gallery)] : []));
  const preview =
    previewUrl === undefined || done
      ? []
      : [`The pages of this version, as they would be: the artifact *preview* of [this run](${previewUrl}).`];
  return cut([...head, ...preview, ...sections].filter((part) => part !== ''));
}

const TITLES: Readonly<Record<Verdict['kind'], string>> = {
  merge: 'Accepted: it is merged by itself',
  'needs-review': 'Nothing is wrong, but it is not merged yet',
  reject: 'Not yet: something has to be mended',
};

function doneTitle({ plan }: Verdict): string {
  return plan && plan.blobs.length === 0 ? 'Done' : 'Published';
}

function doneText({ commit, pageUrls }: NonNullable<CommentParts['done']>): string {
  const pages = pageUrls.map((url) => `- ${url}`);
  return [
    `Commit ${commit} holds it. It is live when the gallery has been built again, in a few minutes.`,
    ...pages,
  ].join('\n');
}

function nextSteps(facts: RequestFacts, { kind, holds }: Verdict): string {
  const isPull = facts.request.kind === 'pull-request';
  const steps =
    kind === 'reject'
      ? [
          'Mend what is marked ❌ below; each line says how.',
          isPull
            ? 'Push to the same branch. It is looked at again within a minute, and this comment changes.'
            : 'Edit the first text of this issue. It is looked at again within a minute, and this comment changes.',
        ]
      : kind === 'merge'
        ? ['Nothing is left to do. This comment will tell the commit.']
        : holds.flatMap((hold) => holdSteps(hold, facts));
  return ['**What happens next**', ...steps.map((step, at) => `${at + 1}. ${step}`)].join('\n');
}

function holdSteps(hold: Hold, { packages }: RequestFacts): readonly string[] {
  switch (hold.kind) {
    case 'draft':
      return ['Its author marks it as ready for review.'];
    case 'by-hand': {
      const files = hold.paths.length === 1 ? 'the file' : `the ${hold.paths.length} files`;
      // By hand a blob would come without its record, and nothing could be built.
      return packages.length > 0
        ? [`Its author takes ${files} beside the packages out, or into a pull request of their own.`]
        : [`A maintainer looks at ${files} beside the packages, and merges this by hand.`];
    }
    case 'waiting':
      return [
        `It waits until ${formatDate(hold.until)}, ${hold.until.slice(11, 16)} UTC, and is then merged by itself: the first package of somebody new here.`,
        `A maintainer can let it in sooner: label \`allow:PUBLISH_WAIT\`, and a comment with the line \`PUBLISH_WAIT: why\`.`,
      ];
    case 'review':
      return [reviewStep(hold)];
    default:
      return hold satisfies never;
  }
}

function reviewStep({ rule, label }: Hold & { readonly kind: 'review' }): string {
  switch (label) {
    case 'absent':
      return `A maintainer decides about ${codeText(rule)}. To let it in: label \`allow:${rule}\`, and a comment with the line \`${rule}: why\`.`;
    case 'unexplained':
      return `A maintainer says why ${codeText(rule)} is allowed here, in a comment with the line \`${rule}: why\`. The label is there already.`;
    case 'outdated':
      return `The label \`allow:${rule}\` is older than what is asked for now, so it does not count. A maintainer looks again; to let it in: take the label off, put it on again, and say why in a comment with the line \`${rule}: why\`, when none does yet.`;
    default:
      return label satisfies never;
  }
}

const SIGNS: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', note: 'ℹ️' };
const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

function findingsText(findings: readonly Finding[]): string {
  const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const lines: string[] = [];
  let length = 0;
  for (const finding of sorted.slice(0, FINDINGS_SHOWN)) {
    const { place, message, remedy } = findingText(finding);
    const shown = message.length > MESSAGE_MAX_LENGTH ? `${message.slice(0, MESSAGE_MAX_LENGTH)}…` : message;
    const line = `- ${SIGNS[finding.severity]} **${finding.code}** in ${codeText(place)}: ${plainText(shown)}\n  → ${plainText(remedy)}`;
    length += line.length;
    if (length > FINDINGS_MAX_LENGTH) break;
    lines.push(line);
  }
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

/** Whole parts, as many as fit: half a table would swallow what follows it. */
function cut(parts: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.length + 2;
    if (length > MAX_LENGTH) {
      kept.push('*More does not fit here; the log of the run tells all.*');
      break;
    }
    kept.push(part);
  }
  return `${kept.join('\n\n')}\n`;
}
