const fields = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select';

/** Whether what has the keyboard is written in, so that keys are letters there. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches(fields) || target.isContentEditable);
}
