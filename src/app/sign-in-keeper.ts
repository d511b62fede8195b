/** Where this browser keeps the sign-in; nowhere, where it lets a page in a frame keep nothing. */
export function signInKeeper(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
