/**
 * The actions of a gallery on GitHub: `node scripts/action.ts NAME [--dry-run]`. Everything else comes by the environment
 * that GitHub gives to a step. With --dry-run it prints what would be done, as JSON, and does nothing.
 */
import { runAction } from '../src/actions/run-action.ts';

process.exitCode = await runAction(process.argv.slice(2), process.env);
