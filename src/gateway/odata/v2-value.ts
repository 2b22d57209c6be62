/** The values of one package as queries see them, asked for by name so that only those are made that a query reads. */
import type { V2Value } from '../../feed/v2/entry-values.ts';
import type { V2PropertyName } from '../../feed/v2/properties.ts';

/** A value of another type than its property's counts as null. Times are in UTC when no zone is written. */
export type ReadValue = (name: V2PropertyName) => V2Value;
