/** Wires asking a model of the user's own: what would be sent, that the contributor reads of it, and the
 * sending itself. */
import { ModelSuggestions } from '#annotate/model-suggestions.svelte.ts';
import type { LabelSet } from '#core/label-set.ts';
import { failureOf } from '#data/failure.ts';
import { handToModel } from '#data/hand-to-model.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { askModel } from '#suggest/ask-model.ts';
import { readModelAnswer } from '#suggest/read-model-answer.ts';
import type { Desk } from './desk.ts';
import { ModelTrouble, postQuestion } from './post-question.ts';
import type { Workspace } from './workspace.svelte.ts';

export function openModel(
  { client, config, toasts }: Desk,
  workspace: Workspace,
  draft: AnnotationDraft,
  labels: LabelSet,
): ModelSuggestions {
  const { session } = workspace;
  const address = config.suggesterUrl;
  return new ModelSuggestions({
    address,
    question: () =>
      workspace.track &&
      askModel(workspace.track, session.durationMs, labels.intents, draft.content.notWork),
    send: async (question) => {
      if (address === undefined) throw new ModelTrouble('No model is set up.');
      await handToModel(client, session.id, new URL(address).origin);
      return postQuestion(address, question);
    },
    read: (answer) => readModelAnswer(answer, session.durationMs),
    sentenceOf: (error) =>
      error instanceof ModelTrouble ? error.message : failureOf(error).message,
    tell: (sentence) => toasts.show(sentence),
  });
}
