/** Remembers on this site that the person stopped: the next page must not begin again by itself. */
const key = 'tasktape.rest';

export function isResting(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

export function setResting(isResting: boolean): void {
  try {
    if (isResting) localStorage.setItem(key, 'stopped');
    else localStorage.removeItem(key);
  } catch {
    // Where storage is blocked nothing is recorded in the first place.
  }
}
