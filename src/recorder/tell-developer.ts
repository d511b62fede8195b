/** What a host page's developer must know, as one line on the console; never said twice in a page. */
const told = new Set<string>();

export function tellDeveloper(sentence: string): void {
  if (told.has(sentence)) return;
  told.add(sentence);
  // eslint-disable-next-line no-console -- the one way to reach the host page's developer
  console.warn(`Tasktape: ${sentence}`);
}
