/** PATH_DEVICE_NAME: the name of a device. */
import { defineRule } from '../domain/rule.ts';

export const pathDeviceName = defineRule<{ name: string }>({
  code: 'PATH_DEVICE_NAME',
  severity: 'error',
  title: 'The name of a device',
  why: 'Windows cannot have such a file, or takes it for another one.',
  message: ({ name }) => `${name} is the name of a device on Windows, with any extension.`,
  remedy: () => 'Rename the file and pack again.',
  example: { name: 'con.ps1' },
});
