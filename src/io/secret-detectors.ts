/**
 * Secrets in one text, found by the detectors of secretlint. They are called one by one rather than by secretlint's own
 * core: that honours comments in the text which switch it off, compares each of its findings with all others, and notes
 * every call for a profiler. Nothing here reads a disk; the detectors are loaded when the first text comes.
 */
import type { SecretLintRuleCreator } from '@secretlint/types';
import { findKeyTexts } from '../publish/keys/key-text.ts';
import { OWN_DETECTOR, secretKind } from './secret-kinds.ts';

export interface Secret {
  /** In words, with its article. */
  readonly kind: string;
  /** Name of the package of secretlint that found it, without its scope; or of this program. */
  readonly detector: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** Of one text: whoever has removed these looks again. */
const MOST_SECRETS = 10;

/**
 * The first of them, in the order of the text.
 * @param path  some detectors are for files of one name
 */
export async function findSecrets(text: string, path: string): Promise<readonly Secret[]> {
  const found = new Map<string, { readonly detector: string; readonly index: number }>();
  for (const creator of await loadDetectors()) {
    const detector = creator.meta.id.replace(/^@secretlint\//, '');
    let count = 0;
    await runDetector(creator, text, path, (index, messageId, values) => {
      if (count === MOST_SECRETS || HARMLESS.includes(messageId) || values.some(isExample)) return;
      count += 1;
      found.set(`${index} ${detector}`, { detector, index });
    });
  }
  for (const index of findKeyTexts(text).slice(0, MOST_SECRETS)) {
    found.set(`${index} ${OWN_DETECTOR}`, { detector: OWN_DETECTOR, index });
  }
  const inOrder = [...found.values()].sort((a, b) => a.index - b.index || (a.detector < b.detector ? -1 : 1));
  return inOrder
    .slice(0, MOST_SECRETS)
    .map(({ detector, index }) => ({ kind: secretKind(detector), detector, ...positionOf(text, index) }));
}

type Report = (index: number, messageId: string, values: readonly unknown[]) => void;

async function runDetector(
  creator: SecretLintRuleCreator,
  text: string,
  path: string,
  report: Report,
): Promise<void> {
  const context: Parameters<SecretLintRuleCreator['create']>[0] = {
    sharedOptions: {},
    createTranslator: () => (messageId, data) => ({ message: '', messageId: String(messageId), data }),
    report: ({ range: [index], message }) => report(index, message.messageId, Object.values(message.data)),
    // Only the detector of comments asks for it.
    ignore: () => undefined,
  };
  // PowerShell seldom names a secret key as other languages do; so the ids of AWS keys are looked for as well.
  await creator.create(context, { enableIDScanRule: true }).file?.({
    content: text,
    contentType: 'text',
    hasBOM: false,
    filePath: path,
    physicalFilePath: undefined,
    // With another extension, `.p12` above all, a detector would look for a file of that path on this disk.
    ext: /\.json$/i.test(path) ? '.json' : '',
    getFilePath: () => path,
    getPhysicalFilePath: () => undefined,
    locationToRange: notAsked,
    rangeToLocation: notAsked,
    positionToIndex: notAsked,
    indexToPosition: notAsked,
  });
}

/** Places are for those who report; no detector needs them. */
function notAsked(): never {
  throw new Error('a detector of secretlint asks for a place in the text');
}

/** Obeys `secretlint-disable` in the text: whoever writes a package would switch the search off. */
const COMMENT_DETECTOR = '@secretlint/secretlint-rule-filter-comments';

async function loadDetectors(): Promise<readonly SecretLintRuleCreator[]> {
  const { rules } = await import('@secretlint/secretlint-rule-preset-recommend');
  return (rules as readonly SecretLintRuleCreator[]).filter(({ meta }) => meta.id !== COMMENT_DETECTOR);
}

/** The number of an account at AWS opens nothing. */
const HARMLESS = ['AWSAccountID'];

/** What documentation writes in place of a secret. */
const EXAMPLES: readonly RegExp[] = [
  // AWS's own.
  /EXAMPLE(?:KEY)?$/,
  // Ids of users, roles and so on at AWS; those of keys begin with AKIA and ASIA.
  /^(?!AKIA|ASIA)A[A-Z0-9]{19}$/,
  // In an address: hosts that RFC 2606 sets aside, and `user:pass`.
  /@(?:[a-z0-9-]+\.){0,8}(?:example\.(?:com|org|net)|example|test|invalid|localhost)(?:[:/?]|$)/i,
  /:\/\/user(?:name)?:pass(?:word|wd)?@/i,
];

function isExample(value: unknown): boolean {
  return typeof value === 'string' && EXAMPLES.some((example) => example.test(value));
}

function positionOf(text: string, index: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
