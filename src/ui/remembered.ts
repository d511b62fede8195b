/** Small choices this browser keeps between visits. A browser that keeps nothing is no trouble. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`tasktape ${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`tasktape ${key}`, value);
  } catch {
    return;
  }
}
