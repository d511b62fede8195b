/** What an act on an element was meant for, by the rules that actions are told by. */
const roles = `button checkbox combobox link listbox menuitem menuitemcheckbox menuitemradio option
  radio searchbox slider spinbutton switch tab textbox treeitem`.split(/\s+/);

const selector = [
  'button, input, select, textarea, summary, option, a[href], area[href], label',
  '[contenteditable]:not([contenteditable="false"]), [tabindex]:not([tabindex^="-"])',
  ...roles.map((role) => `[role="${role}"]`),
].join();

/** Its nearest interactive ancestor, the control of a label, or the element itself. */
export function interactiveTarget(element: Element): Element {
  const meant = element.closest(selector) ?? element;
  return (meant.localName === 'label' && (meant as HTMLLabelElement).control) || meant;
}
