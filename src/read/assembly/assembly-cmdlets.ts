/**
 * The cmdlets of a binary module, out of the metadata of its .dll: classes with `[Cmdlet(verb, noun)]` and their
 * properties with `[Parameter]`. Nothing is loaded, nothing runs.
 */
import type { PipelineInput } from '../../domain/command-help.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { shortTypeName } from '../help/type-name.ts';
import type { CodeBinding, CodeParameter, ParameterUse } from '../powershell/code-parameters.ts';
import { DamagedAssembly } from './byte-reader.ts';
import { MetadataTables, TABLE } from './metadata-tables.ts';
import { openMetadata } from './pe-file.ts';
import {
  type AttributeBlob,
  type AttributeValue,
  fieldType,
  propertyType,
  readAttribute,
  typeName,
} from './signatures.ts';

export interface AssemblyCmdlet {
  readonly verb: string;
  readonly noun: string;
  /** Full name of the class. */
  readonly typeName: string;
  readonly aliases: readonly string[];
  readonly outputTypes: readonly string[];
  readonly parameters: readonly CodeParameter[];
  readonly binding: CodeBinding;
}

/** @returns in the order of the assembly, or half a sentence about why it cannot be read */
export function readAssemblyCmdlets(bytes: Uint8Array): Result<readonly AssemblyCmdlet[], string> {
  try {
    return ok(new AssemblyReader(new MetadataTables(openMetadata(bytes))).cmdlets());
  } catch (error) {
    if (error instanceof DamagedAssembly) return fail(error.message);
    throw error;
  }
}

const AUTOMATION = 'System.Management.Automation.';
const VISIBILITY = 7;
const ABSTRACT = 0x80;
const LITERAL = 0x40;
const STATIC = 0x10;
const MAX_BASES = 50;
const NO_POSITION = -2147483648;

interface FoundAttribute {
  /** Full name of its class. */
  readonly name: string;
  readonly read: () => AttributeBlob;
}

class AssemblyReader {
  readonly #tables: MetadataTables;
  /** By `table row` of what they stand on. */
  readonly #attributes = new Map<string, FoundAttribute[]>();
  readonly #properties = new Map<number, readonly number[]>();
  readonly #enums = new Map<string, readonly string[]>();

  constructor(tables: MetadataTables) {
    this.#tables = tables;
  }

  cmdlets(): readonly AssemblyCmdlet[] {
    this.#collectAttributes();
    this.#collectProperties();
    this.#collectEnums();
    const found: AssemblyCmdlet[] = [];
    for (let row = 1; row <= this.#tables.count(TABLE.typeDef); row++) {
      const cmdlet = this.#cmdlet(row);
      if (cmdlet) found.push(cmdlet);
    }
    return found;
  }

  #cmdlet(row: number): AssemblyCmdlet | undefined {
    const attribute = this.#attribute(TABLE.typeDef, row, 'CmdletAttribute');
    const flags = this.#tables.value(TABLE.typeDef, row, 0);
    const visibility = flags & VISIBILITY;
    if (!attribute || (flags & ABSTRACT) !== 0 || (visibility !== 1 && visibility !== 2)) return undefined;
    const { fixed, named } = attribute;
    const [verb, noun] = fixed;
    if (typeof verb !== 'string' || typeof noun !== 'string') return undefined;
    const defaultSet = named.get('DefaultParameterSetName');
    return {
      verb,
      noun,
      typeName: typeName(this.#tables, TABLE.typeDef, row),
      aliases: this.#texts(TABLE.typeDef, row, 'AliasAttribute'),
      outputTypes: this.#texts(TABLE.typeDef, row, 'OutputTypeAttribute').map((name) =>
        shortTypeName(name.split(',')[0] ?? name),
      ),
      parameters: this.#parameters(row),
      binding: {
        isAdvanced: true,
        defaultSet: typeof defaultSet === 'string' ? defaultSet : undefined,
        supportsShouldProcess: named.get('SupportsShouldProcess') === true,
        supportsPaging: named.get('SupportsPaging') === true,
      },
    };
  }

  /** Its own, then those of the classes of this assembly that it is derived from. */
  #parameters(row: number): readonly CodeParameter[] {
    const found = new Map<string, CodeParameter>();
    const types = this.#withBases(row);
    for (const property of types.flatMap((type) => this.#properties.get(type) ?? [])) {
      this.#addParameter(found, TABLE.property, property, () =>
        propertyType(this.#tables, this.#tables.blob(TABLE.property, property, 2)),
      );
    }
    // PowerShell asks for properties first, those of base classes too.
    for (const field of types.flatMap((type) => this.#tables.run(TABLE.typeDef, type, 4, TABLE.field))) {
      this.#addParameter(found, TABLE.field, field, () =>
        fieldType(this.#tables, this.#tables.blob(TABLE.field, field, 2)),
      );
    }
    return [...found.values()];
  }

  /** A class and those of this assembly that it is derived from. */
  #withBases(row: number): readonly number[] {
    const types = [row];
    for (let current = row; types.length < MAX_BASES; ) {
      const base = this.#tables.coded(TABLE.typeDef, current, 3, 'typeDefOrRef');
      if (base?.table !== TABLE.typeDef || types.includes(base.row)) break;
      current = base.row;
      types.push(current);
    }
    return types;
  }

  #addParameter(found: Map<string, CodeParameter>, table: number, row: number, type: () => string): void {
    const declared = this.#all(table, row, 'ParameterAttribute');
    const name = this.#tables.text(table, row, 1);
    if (declared.length === 0 || found.has(name.toLowerCase())) return;
    const fullType = type();
    const help = declared
      .map(({ named }) => named.get('HelpMessage'))
      .find((text) => typeof text === 'string');
    const listed = this.#texts(table, row, 'ValidateSetAttribute');
    found.set(name.toLowerCase(), {
      name,
      type: shortTypeName(fullType),
      uses: declared.map(parameterUse),
      aliases: this.#texts(table, row, 'AliasAttribute'),
      validValues: listed.length > 0 ? listed : (this.#enums.get(fullType.replace(/\[\]$/, '')) ?? []),
      acceptsWildcards: this.#all(table, row, 'SupportsWildcardsAttribute').length > 0,
      defaultValue: undefined,
      helpMessage: typeof help === 'string' ? help : undefined,
    });
  }

  #collectAttributes(): void {
    for (let row = 1; row <= this.#tables.count(TABLE.customAttribute); row++) {
      const parent = this.#tables.coded(TABLE.customAttribute, row, 0, 'hasCustomAttribute');
      const called = this.#tables.coded(TABLE.customAttribute, row, 1, 'customAttributeType');
      if (called?.table !== TABLE.memberRef || !parent) continue;
      const owner = this.#tables.coded(TABLE.memberRef, called.row, 0, 'memberRefParent');
      const name = owner ? typeName(this.#tables, owner.table, owner.row) : '';
      if (!name.startsWith(AUTOMATION)) continue;
      const read = () =>
        readAttribute(
          this.#tables.blob(TABLE.customAttribute, row, 2),
          this.#tables.blob(TABLE.memberRef, called.row, 2),
        );
      const key = `${parent.table} ${parent.row}`;
      const list = this.#attributes.get(key);
      if (list) list.push({ name, read });
      else this.#attributes.set(key, [{ name, read }]);
    }
  }

  #collectProperties(): void {
    for (let row = 1; row <= this.#tables.count(TABLE.propertyMap); row++) {
      const owner = this.#tables.value(TABLE.propertyMap, row, 0);
      this.#properties.set(owner, this.#tables.run(TABLE.propertyMap, row, 1, TABLE.property));
    }
  }

  /** Members of the enumerations that the assembly defines: valid values of parameters. */
  #collectEnums(): void {
    for (let row = 1; row <= this.#tables.count(TABLE.typeDef); row++) {
      const base = this.#tables.coded(TABLE.typeDef, row, 3, 'typeDefOrRef');
      if (!base || typeName(this.#tables, base.table, base.row) !== 'System.Enum') continue;
      const members = this.#tables
        .run(TABLE.typeDef, row, 4, TABLE.field)
        .filter(
          (field) => (this.#tables.value(TABLE.field, field, 0) & (LITERAL | STATIC)) === (LITERAL | STATIC),
        )
        .map((field) => this.#tables.text(TABLE.field, field, 1));
      this.#enums.set(typeName(this.#tables, TABLE.typeDef, row), members);
    }
  }

  #all(table: number, row: number, name: string): readonly AttributeBlob[] {
    const found = this.#attributes.get(`${table} ${row}`) ?? [];
    return found.filter((attribute) => attribute.name === AUTOMATION + name).map(({ read }) => read());
  }

  #attribute(table: number, row: number, name: string): AttributeBlob | undefined {
    return this.#all(table, row, name)[0];
  }

  /** The texts that the attributes of this name were given. */
  #texts(table: number, row: number, name: string): readonly string[] {
    return this.#all(table, row, name).flatMap(({ fixed }) => fixed.flatMap(textsIn));
  }
}

function textsIn(value: AttributeValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(textsIn) : [];
}

function parameterUse({ named }: AttributeBlob): ParameterUse {
  const set = named.get('ParameterSetName');
  const position = named.get('Position');
  const pipeline: PipelineInput[] = [];
  if (named.get('ValueFromPipeline') === true) pipeline.push('value');
  if (named.get('ValueFromPipelineByPropertyName') === true) pipeline.push('property');
  return {
    set: typeof set === 'string' && set.toLowerCase() !== '__allparametersets' ? set : undefined,
    isMandatory: named.get('Mandatory') === true,
    position:
      typeof position === 'number' && position !== NO_POSITION && position >= 0 ? position : undefined,
    pipeline,
  };
}
