/** How sure a suggester is, in words. */
export const scoreWords = (score: number): string =>
  score >= 0.75 ? 'very likely' : score >= 0.58 ? 'likely' : 'a guess';
