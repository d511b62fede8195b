import type { CapturePolicy } from '#core/capture-policy.ts';
import { interfaceWords } from './interface-words.ts';
import { styleWords } from './style-words.ts';

const listed = (words: string) => words.trim().split(/\s+/);
const ownWords = listed(interfaceWords);
const ownParts = [...ownWords, ...listed(styleWords)];

const edges = /^[\s.,:;!?*…()"'-]+|[\s.,:;!?*…()"'-]+$/g;
const maxPhrase = 200;

/** What may be told as it is: the built-in words and those of the project's policy. */
export class Vocabulary {
  readonly #phrases = new Set<string>();
  readonly #words = new Set(ownWords);
  readonly #parts = new Set(ownParts);

  constructor(policy: Pick<CapturePolicy, 'vocabulary'>) {
    for (const phrase of policy.vocabulary) {
      this.#phrases.add(phrase.toLowerCase().replace(/\s+/g, ' ').replace(edges, ''));
      for (const word of phrase.toLowerCase().match(/\p{L}+/gu) ?? []) {
        this.#words.add(word);
        this.#parts.add(word);
      }
    }
    this.#phrases.delete('');
  }

  /** A whole text that the policy names, whatever stands around it. */
  hasPhrase(text: string): boolean {
    if (this.#phrases.size === 0 || text.length > maxPhrase) return false;
    return this.#phrases.has(text.toLowerCase().replace(/\s+/g, ' ').replace(edges, ''));
  }

  hasWord(word: string): boolean {
    return this.#words.has(word.toLowerCase());
  }

  /** A part of a name in markup or a style sheet. */
  hasPart(part: string): boolean {
    return this.#parts.has(part.toLowerCase());
  }
}
