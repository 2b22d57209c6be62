/** PACKAGE_TOO_LARGE: a package is larger than the gallery accepts. */
import { defineRule } from '../domain/rule.ts';

export const packageTooLarge = defineRule<{ sizeBytes: number; limit: number; isCut?: boolean }>({
  code: 'PACKAGE_TOO_LARGE',
  severity: 'error',
  title: 'A package is larger than the gallery accepts',
  why: 'Git hosts refuse files over 100 MB, and every clone carries every version for ever.',
  // Of a file that is still being sent, nobody has seen the end.
  message: ({ sizeBytes, limit, isCut = false }) =>
    `The file has ${isCut ? 'at least ' : ''}${sizeBytes} bytes; this gallery accepts at most ${limit} (policy.maxPackageBytes in gallery.yaml).`,
  remedy: () => 'Leave out what users do not need, such as tests and symbols.',
  example: { sizeBytes: 312475648, limit: 52428800 },
});
