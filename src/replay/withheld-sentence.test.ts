import { expect, test } from 'vitest';
import { withheldSentence } from './withheld-sentence.ts';

test.each([
  [0, 0, undefined],
  [1, 0, '1 image was not recorded'],
  [3, 0, '3 images were not recorded'],
  [0, 1, '1 film or sound was not recorded'],
  [2, 4, '2 images and 4 films and sounds were not recorded'],
])('of %d images and %d media it says so', (images, media, sentence) => {
  expect(withheldSentence({ images, media })).toBe(sentence);
});
