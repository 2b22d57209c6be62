/** One parameter set as `Get-Command -Syntax` prints it. */

export interface SyntaxParameter {
  readonly name: string;
  /** Undefined for a switch. */
  readonly type: string | undefined;
  readonly isMandatory: boolean;
  readonly isPositional: boolean;
}

/** @param parameters  in the order in which they are shown */
export function syntaxLine(
  command: string,
  parameters: readonly SyntaxParameter[],
  hasCommonParameters: boolean,
): string {
  const words = parameters.map(parameterText);
  return [command, ...words, ...(hasCommonParameters ? ['[<CommonParameters>]'] : [])].join(' ');
}

function parameterText({ name, type, isMandatory, isPositional }: SyntaxParameter): string {
  if (type === undefined) return isMandatory ? `-${name}` : `[-${name}]`;
  const text = `${isPositional ? `[-${name}]` : `-${name}`} <${type}>`;
  return isMandatory ? text : `[${text}]`;
}
