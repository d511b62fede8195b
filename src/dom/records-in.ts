/** The objects in what should be a list of them: recordings are not checked as far as this. */
export function recordsIn<T>(list: readonly T[] | undefined | null): readonly T[] {
  const told: unknown = list;
  if (!Array.isArray(told)) return [];
  const isWhole = told.every((each) => isRecord(each));
  return (isWhole ? told : told.filter((each) => isRecord(each))) as readonly T[];
}

export const isRecord = <T>(value: T): value is T & object =>
  typeof value === 'object' && value !== null;
