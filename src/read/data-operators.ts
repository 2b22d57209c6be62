/** The few operations on constants that manifests use: joining strings and arrays, and conversions that change nothing. */
import type { DataValue } from '../domain/data-value.ts';
import { formatDataNumber } from './data-numbers.ts';

/** `left + right` of a single value as PowerShell has it by the kind of the left side; undefined when it would be an error, or is not constant. */
export function concatenated(left: DataValue, right: DataValue): DataValue | undefined {
  switch (left.kind) {
    case 'string': {
      const text = dataText(right);
      return text === undefined ? undefined : { kind: 'string', value: left.value + text };
    }
    case 'number':
      return right.kind === 'number' ? { kind: 'number', value: left.value + right.value } : undefined;
    default:
      return undefined;
  }
}

/** `[type]value` where it is what the value is anyway; undefined else, as for the types that no manifest may name. */
export function converted(type: string, value: DataValue): DataValue | undefined {
  switch (type.toLowerCase().replace(/^system\./, '')) {
    case 'string': {
      const text = dataText(value);
      return text === undefined ? undefined : { kind: 'string', value: text };
    }
    case 'string[]':
      return textArray(value);
    case 'bool':
    case 'boolean':
      return value.kind === 'boolean' ? value : undefined;
    case 'int':
    case 'int32':
      return isWhole(value, 2 ** 31) ? value : undefined;
    case 'long':
    case 'int64':
      return isWhole(value, 2 ** 53) ? value : undefined;
    case 'double':
    case 'decimal':
      return value.kind === 'number' ? value : undefined;
    default:
      return undefined;
  }
}

function textArray(value: DataValue): DataValue | undefined {
  const texts = (value.kind === 'array' ? value.items : [value]).map(dataText);
  const known = texts.filter((text) => text !== undefined);
  if (known.length < texts.length || value.kind === 'null') return undefined;
  return { kind: 'array', items: known.map((text) => ({ kind: 'string', value: text })) };
}

function isWhole(value: DataValue, limit: number): boolean {
  return (
    value.kind === 'number' && Number.isInteger(value.value) && value.value >= -limit && value.value < limit
  );
}

/** A single value as text; undefined when it is none. */
export function dataText(value: DataValue): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return formatDataNumber(value.value);
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'null':
      return '';
    default:
      return undefined;
  }
}
