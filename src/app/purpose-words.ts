/** What each purpose means to the person who agrees to it. */
import type { Purpose } from '#core/consent.ts';

export const purposeWords: Readonly<Record<Purpose, { label: string; meaning: string }>> = {
  training: { label: 'Training', meaning: 'Episodes may teach a model to use a computer.' },
  evaluation: { label: 'Evaluation', meaning: 'Episodes may measure how well a model does it.' },
  research: { label: 'Research', meaning: 'Episodes may be studied and written about.' },
};
