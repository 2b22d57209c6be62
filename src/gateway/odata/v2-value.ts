/** The values of one package as queries see them, asked for by name so that only those are made that a query reads. */
import type { V2PropertyName } from '../../feed/v2/properties.ts';

/** Times are ISO 8601 texts, in UTC when no zone is written, as V2 has it. A value of another type than its property's counts as null. */
export type V2Value = string | number | boolean | null;

export type ReadValue = (name: V2PropertyName) => V2Value;
