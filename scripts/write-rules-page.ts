/** Writes docs/rules.md from the rules: `npm run rules`. A test holds that it is up to date. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderRulesMarkdown } from '../src/report/rules-markdown.ts';

writeFileSync(fileURLToPath(new URL('../docs/rules.md', import.meta.url)), renderRulesMarkdown());
