/** DataValue → a plain value, as ConvertTo-Json would show what PowerShell reads. */
import type { DataValue } from '../domain/data-value.ts';

export function dataToJson(value: DataValue): unknown {
  switch (value.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return value.value;
    case 'null':
      return null;
    case 'array':
      return value.items.map(dataToJson);
    case 'hashtable':
      // Without a prototype, so that no key means more than another.
      return Object.assign(
        Object.create(null),
        Object.fromEntries(value.entries.map((entry) => [entry.key, dataToJson(entry.value)])),
      );
    case 'dynamic':
      return { dynamic: value.source };
    default:
      return value satisfies never;
  }
}
