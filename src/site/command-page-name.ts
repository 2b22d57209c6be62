/** Which commands have a page: the browser asks it of search results, the build of what it renders. */
import type { DocumentedCommand } from '../domain/package-docs.ts';

/** Names become folders: others than these would be traps on one system or another. */
const PAGE_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Role capabilities are files for administrators, and there is nothing to say of an alias but what it stands for. */
export function hasCommandPage({ kind, name }: Pick<DocumentedCommand, 'kind' | 'name'>): boolean {
  return (
    kind !== 'role-capability' &&
    kind !== 'alias' &&
    PAGE_NAME.test(name) &&
    !name.endsWith('.') &&
    !DEVICE.test(name)
  );
}
