/** Hands key presses of the window to the commands they stand for. Dialogs, menus and open lists
 * keep their keys; a button reached by mouse gives its own up again. */

import type { Attachment } from 'svelte/attachments';
import {
  barredFor,
  commandFor,
  type Called,
  type Command,
  type KeyContext,
} from './command-for.ts';
import type { Facts } from './key-facts.ts';
import { isTyping } from './is-typing.ts';

interface Listening<Id extends string> {
  readonly commands: readonly Command<Id>[];
  readonly facts: Facts;
  run(called: Called<Id>): void;
  /** Of a command that means nothing because the work can’t be edited: true where that was answered. */
  refused?(called: Called<Id>): boolean;
}

const controls = 'button, input, summary, a[role], [role=tab], [role=separator], [role=option]';
const sliders = '[role=slider], [data-own-arrows]';
const owners = '[role=dialog], [role=menu], [role=listbox], [aria-expanded=true][role=combobox]';

export function listenForKeys<Id extends string>(
  listening: Listening<Id>,
): Attachment<EventTarget> {
  return () => {
    let byKey = true;
    const stop = new AbortController();
    const { signal } = stop;
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || (target instanceof Element && target.closest(owners))) return;
      const focus = focusOf(target, byKey);
      const { commands, facts } = listening;
      const called = commandFor(commands, event, { ...facts, focus });
      if (called) listening.run(called);
      else {
        const barred = barredFor(commands, event, { ...facts, focus });
        if (!barred || !listening.refused?.(barred)) return;
      }
      event.preventDefault();
    };
    const onfirst = (event: KeyboardEvent) => {
      if (event.key === 'Tab') byKey = true;
      if (byKey || !(event.target instanceof HTMLButtonElement)) return;
      press(event);
      if (!event.defaultPrevented) return;
      event.stopPropagation();
      // It would else answer to the same key when that comes up.
      event.target.blur();
    };
    addEventListener('pointerdown', () => (byKey = false), { capture: true, signal });
    addEventListener('keydown', onfirst, { capture: true, signal });
    addEventListener('keydown', press, { signal });
    return () => stop.abort();
  };
}

function focusOf(target: EventTarget | null, byKey: boolean): KeyContext['focus'] {
  if (isTyping(target)) return 'field';
  if (!byKey || !(target instanceof Element)) return 'page';
  if (target.closest(sliders)) return 'slider';
  if (target.closest('a[href]:not([role])')) return 'link';
  return target.closest(controls) ? 'control' : 'page';
}

/** Takes the keyboard out of a field. False when it was in none. */
export function leaveField(): boolean {
  const { activeElement } = document;
  if (!isTyping(activeElement)) return false;
  (activeElement as HTMLElement).blur();
  return true;
}
