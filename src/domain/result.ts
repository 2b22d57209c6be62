/** The outcome of a parser: wrong input is a value here, never a throw. */

export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function fail<E>(problem: E): Result<never, E> {
  return { ok: false, problem };
}
