/** Parts of the search that come when they are first needed. */

/** A part of the program is not there: another build has taken its place, or there is no connection. */
export class ProgramError extends Error {
  constructor(cause: unknown) {
    super('a part of the program is not there', { cause });
    this.name = 'ProgramError';
  }
}

/** @throws ProgramError */
export async function programPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new ProgramError(error);
  }
}
