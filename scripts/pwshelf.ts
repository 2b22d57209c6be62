/** The command line program: `npm run pwshelf -- VERB`. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('../src/cli/modest-heap.ts');
const { runCommandLine } = await import('../src/cli/main.ts');
const { processTerminal } = await import('../src/cli/terminal.ts');
const { VERBS } = await import('../src/cli/verbs.ts');

process.exitCode = await runCommandLine(process.argv.slice(2), VERBS, processTerminal());
