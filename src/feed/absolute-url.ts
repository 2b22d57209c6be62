/**
 * URLs that packages claim, for documents that clients parse: PowerShellGet 2's provider crashes on a relative
 * one, and only http and https mean anything to a reader.
 */
export function absoluteHttpUrl(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\//i.test(text)) return undefined;
  return URL.canParse(text) ? text : undefined;
}
