/**
 * fast-check for the tests of this project. They try the same values in every run, so that what passed once passes
 * again on another machine; `npm run fuzz` tries others, by the seed in PWSHELF_LAW_SEED.
 */
import fc from 'fast-check';

const FIXED_SEED = 1;

fc.configureGlobal({ seed: Number(process.env['PWSHELF_LAW_SEED'] ?? FIXED_SEED) });

export { default } from 'fast-check';
