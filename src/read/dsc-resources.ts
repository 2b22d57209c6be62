/** DSC resources that PowerShell finds by their place: `DSCResources/<Name>/<Name>.schema.mof`. */
import type { PackageFiles } from './package-source.ts';

export interface MofResource {
  /** The friendly name where the schema has one. */
  readonly name: string;
  /** Of the schema. */
  readonly path: string;
  readonly properties: readonly MofProperty[];
}

export interface MofProperty {
  readonly name: string;
  /** As MOF spells it: `String`, `Boolean[]`. */
  readonly type: string;
  readonly qualifier: 'key' | 'required' | 'read' | 'write';
  readonly description: string | undefined;
  readonly validValues: readonly string[];
}

export function mofResources(files: PackageFiles): readonly MofResource[] {
  return files.paths.flatMap((path) => {
    const folder = /^DSCResources\/([^/]+)\/([^/]+)\.schema\.mof$/i.exec(path);
    if (!folder || folder[1]?.toLowerCase() !== folder[2]?.toLowerCase()) return [];
    const text = files.text(path);
    return text === undefined ? [] : [readMof(text, path, folder[1] ?? '')];
  });
}

const CLASS = /(?:\[([^\]]*)\]\s*)?class\s+(\w+)\s*(?::\s*\w+\s*)?\{/gi;
const PROPERTY = /\[((?:[^\]"]|"(?:[^"\\]|\\.)*")*)\]\s*(\w+)\s+(\w+)\s*(\[\d*\])?\s*;/g;

function readMof(text: string, path: string, fallback: string): MofResource {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) =>
    comment.includes('"') ? comment : '',
  );
  // Embedded classes stand before or behind the one that is the resource.
  const classes = [...code.matchAll(CLASS)];
  const own = classes.find((found) => /OMI_BaseResource/i.test(found[0])) ?? classes.at(-1);
  const friendly = /FriendlyName\s*\(\s*"([^"]*)"/i.exec(own?.[1] ?? '')?.[1];
  const start = own ? own.index + own[0].length : code.length;
  const end = classes.find((found) => found.index > start)?.index ?? code.length;
  const properties = [...code.slice(start, end).matchAll(PROPERTY)].map(
    ([, qualifiers = '', type = '', name = '', array]): MofProperty => ({
      name,
      type: type + (array === undefined ? '' : '[]'),
      qualifier: qualifierOf(qualifiers),
      description: unescaped(/Description\s*\(\s*"((?:[^"\\]|\\.)*)"/i.exec(qualifiers)?.[1]),
      validValues: [
        ...(/ValueMap\s*\{([^}]*)\}/i.exec(qualifiers)?.[1] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g),
      ].map(([, value = '']) => unescaped(value) ?? ''),
    }),
  );
  return { name: friendly ?? own?.[2] ?? fallback, path, properties };
}

function qualifierOf(qualifiers: string): MofProperty['qualifier'] {
  const words = qualifiers.replace(/"(?:[^"\\]|\\.)*"/g, '').toLowerCase();
  for (const word of ['key', 'required', 'read'] as const) {
    if (new RegExp(`\\b${word}\\b`).test(words)) return word;
  }
  return 'write';
}

function unescaped(text: string | undefined): string | undefined {
  return text?.replace(/\\(.)/g, '$1');
}
