/**
 * Keeps the memory of a build in proportion to what it holds. On a machine with much memory V8 lets garbage pile up to
 * a multiple of that; these two make it collect sooner, at no measurable cost in time.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--max-semi-space-size=8');
setFlagsFromString('--heap-growing-percent=30');
