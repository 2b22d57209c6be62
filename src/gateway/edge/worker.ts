/** The entry of the edge worker. Only here is the platform touched: its clock, its dice, its log, and its hold on requests. */
import { waitUntil } from 'cloudflare:workers';
import type { Gateway } from '../parts.ts';
import { type EdgePlatform, type EdgeVariables, openEdgeGateway } from './edge-gateway.ts';

const PLATFORM: EdgePlatform = {
  now: () => Date.now(),
  newRequestId: () => crypto.randomUUID(),
  keepAlive: waitUntil,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
};

/** Of this isolate: the variables of a deployment never change, so what was made of them serves all requests. */
let gateway: Gateway | undefined;

// biome-ignore lint/style/noDefaultExport: the platform looks for its handlers in the default export
export default {
  fetch(request: Request, variables: EdgeVariables): Promise<Response> {
    gateway ??= openEdgeGateway(variables, PLATFORM);
    // The platform itself sets this header, whatever a client sent.
    const address = request.headers.get('cf-connecting-ip');
    return gateway.fetch(request, address === null ? {} : { address });
  },
};
