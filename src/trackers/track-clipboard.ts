/** Copies, cuts and pastes: that they happened and how long they were, never what they held. */
import type { ClipboardPayload } from '#core/plugin-events.ts';
import { listen, stopAll, type Tracker } from './listen.ts';
import { originOf, type PageFacts } from './page-facts.ts';

interface ClipboardSources extends PageFacts {
  readonly window: Window;
  readonly emit: (payload: ClipboardPayload) => void;
}

export function trackClipboard({ window, nodeOf, fidelityOf, emit }: ClipboardSources): Tracker {
  const track = (act: ClipboardPayload['act']) =>
    listen<ClipboardEvent>(window, act, (event) => {
      const field = originOf(event);
      if (!field || nodeOf(field) < 0 || fidelityOf(field) === 'none') return;
      const text =
        act === 'paste' ? (event.clipboardData?.getData('text/plain') ?? '') : selectedText(window);
      emit({ act, node: nodeOf(field), length: text.length });
    });
  return stopAll([track('copy'), track('cut'), track('paste')]);
}

/** A selection inside a text field is not part of the document's own selection. */
function selectedText(window: Window): string {
  const field = window.document.activeElement as Partial<HTMLInputElement> | null;
  if (typeof field?.value === 'string' && typeof field.selectionStart === 'number')
    return field.value.slice(field.selectionStart, field.selectionEnd ?? undefined);
  return window.getSelection()?.toString() ?? '';
}
