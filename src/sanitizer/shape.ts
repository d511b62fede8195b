/** Looks at what came in before anything is believed of it. */

export type Raw = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isId = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;

/** A coordinate, a length, an offset: rounded, and never so long that it could carry a value. */
export function sane(value: unknown, digits = 2): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const scale = 10 ** digits;
  return Math.round(Math.max(-1e7, Math.min(1e7, value)) * scale) / scale || 0;
}

export const oneOf = <T>(list: readonly T[], value: unknown): T | undefined =>
  list.find((each) => each === value);

export const listOf = (value: unknown): readonly Raw[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

const maxCount = 100_000;

export const count = (value: unknown): number | undefined =>
  isId(value) && value >= 0 ? Math.min(value, maxCount) : undefined;
