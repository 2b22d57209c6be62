/** `--site-url`: where a build is, or will be, served. */
import { UsageError, type VerbArguments } from './verb.ts';

/** @throws UsageError */
export function siteUrlOption(args: VerbArguments): string | undefined {
  const text = args.text('site-url');
  if (text !== undefined && !isSiteUrl(text)) {
    throw new UsageError(
      `--site-url ${text} is not an absolute http or https URL without query, e.g. https://contoso.github.io/gallery/.`,
    );
  }
  return text;
}

export function isSiteUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#]/.test(text);
}
