const mostLetters = 20_000_000;

/** A reading of texts that is not done again for the same text, however often its page is built, as
 * long as all that was read lately is not too much to keep. */
export function readOnce<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  let letters = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (letters > mostLetters) {
      known.clear();
      letters = 0;
    }
    known.set(text, result);
    letters += text.length;
    return result;
  };
}
