/**
 * Which versions another V3 gallery lists. The flat container would be the shorter list, but it tells of those that were
 * withdrawn as well; so registrations are read, from the highest page down, until one holds what is wanted.
 */
import { z } from 'zod';
import { compareNuGetVersions, type NuGetVersion, parseNuGetVersion } from '../../domain/nuget-version.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { answerText, type FetchUpstream, tooLong } from './upstream-fetch.ts';
import { chooseVersion, type VersionWish } from './version-wish.ts';

const leafSchema = z.object({
  catalogEntry: z.object({ version: z.string(), listed: z.boolean().optional() }),
});
const pageSchema = z.object({
  '@id': z.string(),
  upper: z.string().optional(),
  items: z.array(leafSchema).optional(),
});
const indexSchema = z.object({ items: z.array(pageSchema).max(10_000) });

type Page = z.output<typeof pageSchema>;

const BOUNDS = { maxBytes: 16 * 1024 * 1024, timeoutMs: 15_000 };
const MAX_PAGES = 8;

/**
 * @param registration  address of the registrations, with a slash at its end
 * @returns undefined inside when the gallery has none that is wanted; fails with a clause
 */
export async function chooseV3Version(
  fetch: FetchUpstream,
  registration: string,
  id: string,
  wish: VersionWish,
): Promise<Result<NuGetVersion | undefined, string>> {
  const index = await readJson(fetch, `${registration}${id.toLowerCase()}/index.json`, indexSchema);
  if (!index.ok || !index.value) return index.ok ? ok(undefined) : index;
  const pages = index.value.items.toSorted(fromHighest);
  let best: NuGetVersion | undefined;
  let fetched = 0;
  for (const page of pages) {
    const upper = versionOf(page.upper);
    if (best && upper && compareNuGetVersions(upper, best) < 0) break;
    if (!page.items && ++fetched > MAX_PAGES)
      return fail('what is wanted is not in the highest pages of its registration');
    const leaves = page.items ? ok(page.items) : await leavesOf(fetch, page, registration);
    if (!leaves.ok) return leaves;
    const listed = leaves.value.flatMap(({ catalogEntry: { version, listed = true } }) =>
      listed ? (versionOf(version) ?? []) : [],
    );
    const found = chooseVersion(listed, wish);
    if (found && (!best || compareNuGetVersions(found, best) > 0)) best = found;
  }
  return ok(best);
}

async function leavesOf(
  fetch: FetchUpstream,
  { '@id': url }: Page,
  registration: string,
): Promise<Result<NonNullable<Page['items']>, string>> {
  if (!URL.canParse(url) || new URL(url).origin !== new URL(registration).origin)
    return fail('its registration has a page on another host');
  const page = await readJson(fetch, url, pageSchema);
  if (!page.ok) return page;
  return page.value?.items ? ok(page.value.items) : fail('its registration has a page without versions');
}

/** @returns undefined inside when there is no such document */
async function readJson<T>(
  fetch: FetchUpstream,
  url: string,
  schema: z.ZodType<T>,
): Promise<Result<T | undefined, string>> {
  const answer = await fetch(url, BOUNDS);
  if (answer.kind === 'none') return fail(answer.problem);
  if (answer.status === 404) return ok(undefined);
  if (answer.status !== 200) return fail(`the registration was answered with ${answer.status}`);
  try {
    const text = await answerText(answer.body, BOUNDS.maxBytes);
    if (text === undefined) return fail(tooLong(BOUNDS.maxBytes));
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : fail('the registration is other JSON');
  } catch {
    return fail('the registration is no JSON');
  }
}

/** Pages that do not say where they end come first: they may hold anything. */
function fromHighest(a: Page, b: Page): number {
  const [left, right] = [versionOf(a.upper), versionOf(b.upper)];
  if (!left || !right) return Number(right !== undefined) - Number(left !== undefined);
  return compareNuGetVersions(right, left);
}

function versionOf(text: string | undefined): NuGetVersion | undefined {
  const parsed = parseNuGetVersion(text ?? '');
  return parsed.ok ? parsed.value : undefined;
}
