/** The verbs by name, in the order of the help. */
import type { VerbLoader } from './main.ts';

export const VERBS: Readonly<Record<string, VerbLoader>> = {
  start: async () => (await import('./start.ts')).startVerb,
  build: async () => (await import('./build.ts')).buildVerb,
  serve: async () => (await import('./serve.ts')).serveVerb,
  verify: async () => (await import('./verify.ts')).verifyVerb,
  probe: async () => (await import('./probe.ts')).probeVerb,
  smoke: async () => (await import('./smoke.ts')).smokeVerb,
  search: async () => (await import('./search.ts')).searchVerb,
  check: async () => (await import('./check.ts')).checkVerb,
  inspect: async () => (await import('./inspect.ts')).inspectVerb,
  pack: async () => (await import('./pack.ts')).packVerb,
  publish: async () => (await import('./publish.ts')).publishVerb,
  push: async () => (await import('./push.ts')).pushVerb,
  unlist: async () => (await import('./unlist.ts')).unlistVerb,
  relist: async () => (await import('./relist.ts')).relistVerb,
  deprecate: async () => (await import('./deprecate.ts')).deprecateVerb,
  remove: async () => (await import('./remove.ts')).removeVerb,
  owners: async () => (await import('./owners.ts')).ownersVerb,
  keys: async () => (await import('./keys.ts')).keysVerb,
  log: async () => (await import('./log.ts')).logVerb,
  init: async () => (await import('./init.ts')).initVerb,
  doctor: async () => (await import('./doctor.ts')).doctorVerb,
};
