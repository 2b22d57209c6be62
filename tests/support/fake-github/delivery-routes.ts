/** What a build pipeline asks of GitHub: an event for a repository, and files on its releases. */
import { createHash } from 'node:crypto';
import { type Answer, invalid, notFound, Refusal } from './answer.ts';
import type { Asking, Route } from './route.ts';
import type { FakeAsset, FakeRelease, FakeState } from './state.ts';

const MAX_EVENT_TYPE_CHARACTERS = 100;
const MAX_PAYLOAD_FIELDS = 10;
const MAX_PAYLOAD_CHARACTERS = 65_535;
/** What stands before `/repos` on the host for uploads; on github.com that is a host of its own. */
export const UPLOADS_ROOT = '/uploads';

export const DELIVERY_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/dispatches', accepts: ['contents=write'], answer: dispatchEvent },
  { method: 'GET', path: '/releases/tags/{tag}', accepts: ['contents=read'], answer: getRelease },
  { method: 'POST', path: '/releases', accepts: ['contents=write'], answer: createRelease },
  { method: 'GET', path: '/releases/{release}/assets', accepts: ['contents=read'], answer: listAssets },
  { method: 'DELETE', path: '/releases/assets/{asset}', accepts: ['contents=write'], answer: deleteAsset },
];

/** On the host for uploads; their bodies are the files themselves. */
export const UPLOAD_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/releases/{release}/assets', accepts: ['contents=write'], answer: uploadAsset },
];

function dispatchEvent({ state, body }: Asking): Answer {
  const { event_type: eventType, client_payload: payload = {} } = body;
  if (typeof eventType !== 'string' || eventType === '')
    throw new Refusal(422, 'Invalid request.\n\n"event_type" wasn\'t supplied.');
  if (eventType.length > MAX_EVENT_TYPE_CHARACTERS) throw new Refusal(422, 'event_type is too long');
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    throw new Refusal(422, "Invalid request.\n\nFor 'properties/client_payload', it is not an object.");
  const fields = Object.keys(payload).length;
  if (fields > MAX_PAYLOAD_FIELDS)
    throw new Refusal(
      422,
      `Invalid request.\n\nNo more than ${MAX_PAYLOAD_FIELDS} properties are allowed; ${fields} were supplied.`,
    );
  if (JSON.stringify(payload).length > MAX_PAYLOAD_CHARACTERS)
    throw new Refusal(422, 'client_payload is too large.');
  const event = { eventType, payload: payload as Readonly<Record<string, unknown>> };
  state.events.push(event);
  state.onEvent?.(event);
  return { status: 204 };
}

function getRelease({ state, parts, url }: Asking): Answer {
  const release = state.releases.find(({ tag, isDraft }) => tag === parts['tag'] && !isDraft);
  if (!release) throw notFound();
  return { status: 200, body: releaseJson(state, release, url) };
}

function createRelease({ state, body, url }: Asking): Answer {
  const { tag_name: tag, draft = false } = body;
  if (typeof tag !== 'string' || tag === '')
    throw invalid('Release', 'tag_name', 'missing_field', 'tag_name is missing');
  if (state.releases.some((release) => release.tag === tag))
    throw invalid('Release', 'tag_name', 'already_exists');
  const release = { id: state.nextId(), tag, isDraft: draft === true, isImmutable: false, assets: [] };
  state.releases.push(release);
  return { status: 201, body: releaseJson(state, release, url) };
}

function listAssets(asking: Asking): Answer {
  const release = releaseIn(asking);
  return { status: 200, list: release.assets.map((asset) => assetJson(asking.state, release, asset)) };
}

function deleteAsset({ state, parts }: Asking): Answer {
  for (const release of state.releases) {
    const index = release.assets.findIndex(({ id }) => id === Number(parts['asset']));
    if (index < 0) continue;
    release.assets.splice(index, 1);
    return { status: 204 };
  }
  throw notFound();
}

function uploadAsset(asking: Asking): Answer {
  const { state, url, bytes } = asking;
  const release = releaseIn(asking);
  const given = url.searchParams.get('name') ?? '';
  if (given === '') throw invalid('ReleaseAsset', 'name', 'missing_field');
  if (release.isImmutable) throw new Refusal(422, 'Cannot upload assets to an immutable release.');
  // GitHub renames what it does not like.
  const name = given.replace(/[^\w.-]/g, '.');
  if (release.assets.some((asset) => asset.name === name))
    throw invalid('ReleaseAsset', 'name', 'already_exists');
  const asset: FakeAsset = { id: state.nextId(), name, bytes, state: 'uploaded' };
  release.assets.push(asset);
  return { status: 201, body: assetJson(state, release, asset) };
}

function releaseIn({ state, parts }: Asking): FakeRelease {
  const release = state.releases.find(({ id }) => id === Number(parts['release']));
  if (!release) throw notFound();
  return release;
}

function releaseJson(state: FakeState, release: FakeRelease, url: URL): object {
  const repository = `/repos/${state.owner}/${state.name}`;
  return {
    id: release.id,
    tag_name: release.tag,
    draft: release.isDraft,
    immutable: release.isImmutable,
    upload_url: `${url.origin}${UPLOADS_ROOT}${repository}/releases/${release.id}/assets{?name,label}`,
    html_url: `https://github.com/${state.owner}/${state.name}/releases/tag/${release.tag}`,
    assets: release.assets.map((asset) => assetJson(state, release, asset)),
  };
}

function assetJson({ owner, name: repository }: FakeState, { tag }: FakeRelease, asset: FakeAsset): object {
  const { id, name, bytes, state } = asset;
  return {
    id,
    name,
    state,
    size: bytes.length,
    digest: state === 'uploaded' ? `sha256:${createHash('sha256').update(bytes).digest('hex')}` : null,
    browser_download_url: `https://github.com/${owner}/${repository}/releases/download/${encodeURIComponent(tag)}/${name}`,
  };
}
