/**
 * The files of the gallery for the gateway at the edge. The platform gives an ETag and streams a file, but knows neither ranges
 * nor lists of ETags, and its types are those of static hosts; so the answer is planned here as on a disk. It compresses by
 * itself what the worker sends.
 */
import type { Assets } from '../assets.ts';
import { planFileAnswer } from '../file-answer.ts';
import { type AssetBinding, fetchAsset } from './asset-binding.ts';

/** Of those that a client sends, the ones which decide about a file. */
const DECIDING_HEADERS = ['if-none-match', 'if-range', 'range'];

export function createBindingAssets(binding: AssetBinding): Assets {
  return {
    respond: async (request, path) => {
      const isHead = request.method === 'HEAD';
      const asset = await fetchAsset(binding, path, { method: isHead ? 'HEAD' : 'GET' });
      return asset && answerOf(request, path, asset);
    },
    bytes: async (path) => {
      const asset = await fetchAsset(binding, path);
      return asset && new Uint8Array(await asset.arrayBuffer());
    },
  };
}

async function answerOf(request: Request, path: string, asset: Response): Promise<Response> {
  // The platform tells no size: a part can be cut only from a file that was read, and it has 25 MiB at most.
  const isPartAsked = request.method === 'GET' && request.headers.has('range');
  const bytes = isPartAsked ? new Uint8Array(await asset.arrayBuffer()) : undefined;
  const plan = planFileAnswer(decidingPart(request), {
    path,
    sizeBytes: bytes?.byteLength ?? 0,
    validators: { etag: etagOf(asset), modifiedAtSeconds: 0 },
    // There is no date either.
    isDateTelling: false,
  });
  const headers = new Headers(plan.headers);
  if (!bytes && plan.status === 200) headers.delete('content-length');
  const init = { status: plan.status, headers };
  switch (plan.body.kind) {
    case 'none':
      if (!bytes) await asset.body?.cancel();
      return new Response(null, init);
    case 'part':
      return new Response(bytes?.slice(plan.body.start, plan.body.end + 1), init);
    case 'whole':
      return new Response(bytes ?? asset.body, init);
    default:
      return plan.body satisfies never;
  }
}

function decidingPart(request: Request): Request {
  const headers = new Headers();
  for (const name of DECIDING_HEADERS) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(request.url, { method: request.method, headers });
}

function etagOf(asset: Response): string {
  const etag = asset.headers.get('etag')?.replace(/^W\//, '');
  if (etag === undefined) throw new Error('the binding of the assets gave a file without an ETag');
  return etag;
}
