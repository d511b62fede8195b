/** What a capture policy and a notice mean, in words for the person who is asked. */
import type { CapturePolicy } from '#core/capture-policy.ts';
import type { Purpose } from '#core/consent.ts';
import type { FieldFidelity } from '#core/field-fidelity.ts';

export const purposeWords: Readonly<Record<Purpose, { label: string; meaning: string }>> = {
  training: { label: 'Training', meaning: 'teach a model to use a computer' },
  evaluation: { label: 'Evaluation', meaning: 'measure how well a model does it' },
  research: { label: 'Research', meaning: 'be studied and written about' },
};

const typing: Readonly<Record<FieldFidelity, string>> = {
  text: 'What you type, letter by letter.',
  class: 'That you type and what kind of key it is, a letter or a digit, but not which.',
  none: 'That you enter a field, but nothing of what you type there.',
};

export function whatIsRecorded(policy: CapturePolicy): string[] {
  const told = new Set([policy.fieldDefault, ...policy.fields.map(({ fidelity }) => fidelity)]);
  const others = [...told].slice(1);
  return [
    'What this site shows, in all of its tabs, and where you click, scroll and go.',
    typing[policy.fieldDefault],
    ...others.map(
      (fidelity) => `In some fields that the project chose: ${lower(typing[fidelity])}`,
    ),
    policy.timeQuantumMs > 1
      ? `When you do it, rounded to ${policy.timeQuantumMs} milliseconds.`
      : 'When you do it.',
  ];
}

export function whatIsNever(policy: CapturePolicy): string[] {
  const masked =
    'Names, numbers and other values on the page: masked before they leave this machine';
  return [
    'Passwords, one-time codes, payment cards, names of files, what you copy.',
    'Other sites, other programs, your camera or microphone.',
    policy.keepText.length > 0
      ? `${masked}, but in the parts that the project tells as they are, such as buttons and menus.`
      : `${masked}.`,
  ];
}

export const howLong: readonly string[] = [
  'It is kept until you take it back, which needs no reason. Releases that hold it are then revoked; copies already downloaded can’t be fetched back.',
  'A sign stays on the page: pause, stop, discard or withdraw there.',
];

export function whoSeesIt(previewHours: number): string[] {
  const hours = previewHours === 1 ? 'one hour' : `${previewHours} hours`;
  return [
    ...(previewHours > 0
      ? [`You first, and for ${hours} only you: watch it, share it, or take it back.`]
      : ['You, whenever you like: watch it or take it back.']),
    'Then annotators and reviewers of the project, who know you by a pseudonym.',
    'What they approve becomes examples that the project’s ML engineers download.',
    'You can see who opened it.',
  ];
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
