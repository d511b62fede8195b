/** Whether a text is a chord as a press gives it: modifiers in their order, then one key in lower case. */
export const isChord = (text: string): boolean =>
  /^(mod\+)?(meta\+)?(alt\+)?(shift\+)?([^\s\p{Lu}+]|\+|[a-z][a-z0-9]+)$/u.test(text) &&
  !/shift\+[^\p{L}\p{N}]$/u.test(text);
