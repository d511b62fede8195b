type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with attributes and content. No inline styles: a strict CSP forbids them. */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  element.append(...content);
  return element;
}

export function makeButton(label: string, act: () => void, attributes: Attributes = {}) {
  const button = makeElement('button', { type: 'button', ...attributes }, label);
  button.addEventListener('click', act);
  return button;
}
