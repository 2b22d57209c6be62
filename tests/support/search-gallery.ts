/** Search indexes for tests, in memory: records in, an open index out. */
import { buildSearchIndex, type SearchFile } from '../../src/search/build-index.ts';
import { type LoadFile, openSearchIndex, type SearchIndex } from '../../src/search/open-index.ts';
import type { SearchCommand, SearchRecord } from '../../src/search/search-record.ts';

export interface SearchGallery {
  readonly index: SearchIndex;
  readonly files: ReadonlyMap<string, string>;
  /** Paths that were read, in their order. */
  readonly read: readonly string[];
}

const CATEGORIES = { backup: 'Backup', cloud: 'Cloud', reports: 'Reports', security: 'Security' };

export async function openSearchGallery(records: Iterable<SearchRecord>): Promise<SearchGallery> {
  const files = searchFiles(records);
  const read: string[] = [];
  const load: LoadFile = async (path) => {
    read.push(path);
    const text = files.get(path);
    if (text === undefined) throw new Error('there is no such file');
    return JSON.parse(text);
  };
  return { index: await openSearchIndex(load), files, read };
}

export function searchFiles(records: Iterable<SearchRecord>): Map<string, string> {
  const files: readonly SearchFile[] = [...buildSearchIndex(records, { categories: CATEGORIES })];
  return new Map(files.map(({ path, text }) => [path, text]));
}

export function searchRecord(id: string, parts: Partial<SearchRecord> = {}): SearchRecord {
  return {
    id,
    version: '1.0.0',
    kind: 'module',
    description: '',
    synopsis: '',
    tags: [],
    authors: '',
    company: '',
    owners: ['contoso'],
    categories: [],
    license: 'MIT',
    powerShell: '',
    editions: [],
    systems: [],
    publishedOn: '2026-01-31',
    quality: 50,
    isPrerelease: false,
    isDeprecated: false,
    dependencies: [],
    commands: [],
    readme: '',
    icon: '',
    ...parts,
  };
}

export function searchCommand(name: string, parts: Partial<SearchCommand> = {}): SearchCommand {
  return { name, kind: 'function', synopsis: '', parameters: [], ...parts };
}
