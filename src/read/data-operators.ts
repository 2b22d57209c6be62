/** The few operations on constants that manifests use: joining strings and arrays, and conversions that change nothing. */
import type { DataValue } from '../domain/data-value.ts';

/** `left + right` as PowerShell has it by the kind of the left side; undefined when it would be an error, or is not constant. */
export function concatenated(left: DataValue, right: DataValue): DataValue | undefined {
  switch (left.kind) {
    case 'string': {
      const text = textOf(right);
      return text === undefined ? undefined : { kind: 'string', value: left.value + text };
    }
    case 'number':
      return right.kind === 'number' ? { kind: 'number', value: left.value + right.value } : undefined;
    case 'array':
      return { kind: 'array', items: [...left.items, ...(right.kind === 'array' ? right.items : [right])] };
    default:
      return undefined;
  }
}

/** `[type]value` where it is what the value is anyway; undefined else. */
export function converted(type: string, value: DataValue): DataValue | undefined {
  switch (type.toLowerCase().replace(/^system\./, '')) {
    case 'string': {
      const text = textOf(value);
      return text === undefined ? undefined : { kind: 'string', value: text };
    }
    case 'version':
    case 'guid':
    case 'uri':
      return value.kind === 'string' ? value : undefined;
    case 'bool':
    case 'boolean':
    case 'switch':
      return value.kind === 'boolean' ? value : undefined;
    case 'int':
    case 'int32':
    case 'long':
    case 'int64':
      return value.kind === 'number' && Number.isInteger(value.value) ? value : undefined;
    case 'double':
    case 'decimal':
    case 'float':
      return value.kind === 'number' ? value : undefined;
    default:
      return undefined;
  }
}

function textOf(value: DataValue): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return String(value.value);
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'null':
      return '';
    default:
      return undefined;
  }
}
