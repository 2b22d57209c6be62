/** What came of a push, as its sender reads it: reason phrase and warnings for programs, findings in the body for people. */
import type { Finding } from '../../domain/finding.ts';
import { findingJson } from '../../report/finding-json.ts';
import { findingText } from '../../report/finding-text.ts';
import { printable, printableLine } from '../../report/printable.ts';
import { keyRefused } from '../../rules/key-refused.ts';
import { headerLine } from '../header-line.ts';
import { reasonPhrase } from '../reason-phrase.ts';
import { findingLine } from './finding-line.ts';

export interface PushAnswer {
  readonly status: number;
  readonly findings: readonly Finding[];
  /** What no finding says: one or two sentences. */
  readonly sentence?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Beside status and findings, for programs. */
  readonly details?: Readonly<Record<string, string>>;
}

/** So that an answer stays a page, and its headers stay small. */
const MAX_FINDINGS = 50;
const MAX_WARNINGS = 5;

/** As plain text, or as JSON for those who ask for it. */
export function renderPushAnswer(request: Request, answer: PushAnswer): Response {
  const { status } = answer;
  const findings = [...answer.findings].sort((a, b) => rank(a) - rank(b)).slice(0, MAX_FINDINGS);
  const isJson = (request.headers.get('accept') ?? '').toLowerCase().includes('application/json');
  const headers = new Headers({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'Accept',
    ...answer.headers,
  });
  const warnings = status < 300 ? warningLine(answer, findings) : '';
  if (warnings !== '') headers.set('x-nuget-warning', warnings);
  const statusText = phraseOf(answer, findings);
  if (status === 204) return new Response(null, { status, statusText, headers });
  headers.set('content-type', isJson ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8');
  const body = isJson ? jsonBody(answer, findings) : textBody(answer, findings);
  return new Response(body, { status, statusText, headers });
}

function rank({ severity }: Finding): number {
  return ['error', 'warning', 'note'].indexOf(severity);
}

/** '' for the usual one. */
function phraseOf({ status, sentence }: PushAnswer, findings: readonly Finding[]): string {
  if (status < 300) return '';
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return reasonPhrase(sentence ?? '');
  // The gallery's sentence is known to clients and to people; it stands alone.
  if (first.code === keyRefused.code) return reasonPhrase(findingText(first).message);
  const more = errors.length - 1;
  return reasonPhrase(`${more === 0 ? '' : `(1 of ${errors.length}) `}${findingLine(first)}`);
}

/** dotnet shows it. One header: of several, the Web's Headers make one. */
function warningLine({ status, sentence }: PushAnswer, findings: readonly Finding[]): string {
  const warnings = findings.filter(({ severity }) => severity === 'warning').map(findingLine);
  const told = status === 202 && sentence !== undefined ? [headerLine(sentence)] : [];
  return [...told, ...warnings].slice(0, MAX_WARNINGS).join(' ');
}

function textBody({ sentence }: PushAnswer, findings: readonly Finding[]): string {
  const paragraphs = findings.map((finding) => {
    const { place, message, remedy } = findingText(finding);
    return `${printableLine(place)}: ${finding.severity} ${finding.code}: ${printable(message)} ${printable(remedy)}`;
  });
  return `${[...(sentence === undefined ? [] : [printable(sentence)]), ...paragraphs].join('\n\n')}\n`;
}

function jsonBody({ status, sentence, details }: PushAnswer, findings: readonly Finding[]): string {
  const message = sentence === undefined ? {} : { message: sentence };
  return `${JSON.stringify({ status, ...message, ...details, findings: findings.map(findingJson) })}\n`;
}
