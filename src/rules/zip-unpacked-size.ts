/** ZIP_UNPACKED_SIZE: too large when unpacked. */
import { defineRule } from '../domain/rule.ts';

export const zipUnpackedSize = defineRule<{ found: number; limit: number }>({
  code: 'ZIP_UNPACKED_SIZE',
  severity: 'error',
  title: 'Too large when unpacked',
  why: 'Small archives that unpack to huge ones fill the disks of those who install them.',
  message: ({ found, limit }) =>
    `Its files are ${found} bytes or more when unpacked; this gallery accepts at most ${limit} (policy.maxUnpackedBytes in gallery.yaml).`,
  remedy: () => 'Leave out what users do not need, or split the package.',
  example: { found: 4294967295, limit: 536870912 },
});
