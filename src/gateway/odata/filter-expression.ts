/**
 * A `$filter` or a key of `$orderby` after it was understood: a tree in which every node knows its type, and no
 * operator meets a type that it does not take. Who walks it may recurse: the parser bounds its depth.
 */
import type { V2PropertyName } from '../../feed/v2/properties.ts';

/** `Null` is the literal alone; a property keeps its type whether it may be null or not. */
export type ValueType = 'String' | 'Boolean' | 'Number' | 'DateTime' | 'Null';

export type Literal =
  | { readonly kind: 'literal'; readonly type: 'String'; readonly value: string }
  | { readonly kind: 'literal'; readonly type: 'Boolean'; readonly value: boolean }
  | { readonly kind: 'literal'; readonly type: 'Number'; readonly value: number }
  /** Milliseconds since 1970 in UTC. */
  | { readonly kind: 'literal'; readonly type: 'DateTime'; readonly value: number }
  | { readonly kind: 'literal'; readonly type: 'Null'; readonly value: null };

export interface PropertyRead {
  readonly kind: 'property';
  readonly type: Exclude<ValueType, 'Null'>;
  readonly name: V2PropertyName;
}

export type FunctionName =
  | 'substringof'
  | 'contains'
  | 'startswith'
  | 'endswith'
  | 'indexof'
  | 'length'
  | 'tolower'
  | 'toupper'
  | 'trim'
  | 'concat'
  | 'replace'
  | 'substring'
  | DatePart;

export type DatePart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

export interface FunctionCall {
  readonly kind: 'call';
  readonly type: Exclude<ValueType, 'Null' | 'DateTime'>;
  readonly name: FunctionName;
  readonly parameters: readonly FilterExpression[];
}

export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export interface Comparison {
  readonly kind: 'comparison';
  readonly type: 'Boolean';
  readonly operator: ComparisonOperator;
  /** Of one type, or one of them is Null. */
  readonly left: FilterExpression;
  readonly right: FilterExpression;
}

export interface Negation {
  readonly kind: 'not';
  readonly type: 'Boolean';
  readonly operand: FilterExpression;
}

/** Two or more operands, Boolean or Null: `a and b and c` is one node, so that a long chain is not a deep tree. */
export interface Junction {
  readonly kind: 'and' | 'or';
  readonly type: 'Boolean';
  readonly operands: readonly FilterExpression[];
}

export type FilterExpression = Literal | PropertyRead | FunctionCall | Comparison | Negation | Junction;
