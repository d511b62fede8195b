interface Withheld {
  readonly images: number;
  readonly media: number;
}

/** What of a page is not in the recording, in words; nothing where all is. */
export function withheldSentence({ images, media }: Withheld): string | undefined {
  const parts = [count(images, 'image'), count(media, 'film or sound', 'films and sounds')];
  const told = parts.filter((part) => part !== undefined);
  if (told.length === 0) return undefined;
  return `${told.join(' and ')} ${images + media === 1 ? 'was' : 'were'} not recorded`;
}

const count = (some: number, one: string, many = `${one}s`): string | undefined =>
  some === 0 ? undefined : `${some} ${some === 1 ? one : many}`;
