/**
 * Which tab of which session this browser tab is, from one page to the next, and which was used last.
 * The number lies in sessionStorage only between two pages: a duplicated tab does not inherit it.
 */
import type { SessionId } from '#core/ids.ts';

export interface TabPlace {
  readonly session: SessionId;
  readonly tab: number;
}

const key = 'tasktape.tab';
const frontKey = 'tasktape.front';

export function leaveTabPlace({ session, tab }: TabPlace): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ session, tab }));
  } catch {
    // Where storage is blocked the next page becomes a tab of its own.
  }
}

export function takeTabPlace(): TabPlace | undefined {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? undefined : (JSON.parse(text) as TabPlace);
  } catch {
    return undefined;
  }
}

/** Says that this tab is in use now; answers whether another one was before it. */
export function comeToFront({ session, tab }: TabPlace): boolean {
  const own = `${session}.${tab}`;
  try {
    const before = localStorage.getItem(frontKey);
    if (before !== own) localStorage.setItem(frontKey, own);
    return before !== null && before !== own;
  } catch {
    return false;
  }
}

export function forgetFrontTab(): void {
  try {
    localStorage.removeItem(frontKey);
  } catch {
    // Nothing was ever written where storage is blocked.
  }
}
