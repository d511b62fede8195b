/** What JSON of unknown origin may turn out to be. */
export type Fields = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

export const isWhole = (value: unknown): value is number => isNumber(value) && value % 1 === 0;
