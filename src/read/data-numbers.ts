/** PowerShell's numbers: decimal, hexadecimal, binary, real, with type suffix and multiplier. */

const PATTERN =
  /^(?:0x(?<hex>[0-9a-f]+)|0b(?<binary>[01]+)|(?<real>(?:\d+\.\d*|\.\d+|\d+)(?:e[+-]?\d+)?))(?<suffix>u?y|u?s|u?l|n|u|d)?(?<multiplier>kb|mb|gb|tb|pb)?$/i;

const MULTIPLIERS: Readonly<Record<string, number>> = {
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  tb: 1024 ** 4,
  pb: 1024 ** 5,
};

/** The value of a whole word such as `5`, `0xff`, `1.5e3`, `10kb`, `12L`; undefined when it is no number. */
export function parseDataNumber(word: string): number | undefined {
  const groups = PATTERN.exec(word)?.groups;
  if (!groups) return undefined;
  const { hex, binary, real, multiplier } = groups;
  const factor = multiplier === undefined ? 1 : (MULTIPLIERS[multiplier.toLowerCase()] ?? 1);
  if (hex !== undefined) return signed(Number.parseInt(hex, 16), hex.length) * factor;
  if (binary !== undefined) return signed(Number.parseInt(binary, 2), binary.length / 4) * factor;
  return Number(real) * factor;
}

/** Eight digits with the highest bit set are a negative 32-bit number: 0xffffffff is -1. */
function signed(value: number, hexDigits: number): number {
  return hexDigits === 8 && value > 0x7fffffff ? value - 2 ** 32 : value;
}
