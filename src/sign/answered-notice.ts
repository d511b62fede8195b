/** The notice a person answered last on this site, so that a newer one can say what is new in it. */
import type { RecorderTerms } from '#core/recorder-terms.ts';

const key = 'tasktape.notice';

interface AnsweredNotice {
  readonly project: string;
  readonly sentences: readonly string[];
}

export function rememberNotice({ project, notice }: RecorderTerms): void {
  try {
    const answered: AnsweredNotice = { project, sentences: sentencesOf(notice.text) };
    localStorage.setItem(key, JSON.stringify(answered));
  } catch {
    // Then the next notice is shown without a comparison.
  }
}

/** Sentences of this notice that the one answered before did not have; `undefined` for a first one. */
export function newSentences({ project, notice }: RecorderTerms): string[] | undefined {
  try {
    const text = localStorage.getItem(key);
    const before = text === null ? undefined : (JSON.parse(text) as AnsweredNotice);
    if (before?.project !== project) return undefined;
    return sentencesOf(notice.text).filter((sentence) => !before.sentences.includes(sentence));
  } catch {
    return undefined;
  }
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
