/** A number this browser keeps between visits. A browser that keeps nothing is no trouble. */
export function recallNumber(key: string): number | undefined {
  try {
    const kept = localStorage.getItem(`tasktape ${key}`);
    const value = kept === null ? NaN : Number(kept);
    return Number.isFinite(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function rememberNumber(key: string, value: number): void {
  try {
    localStorage.setItem(`tasktape ${key}`, String(value));
  } catch {
    return;
  }
}
