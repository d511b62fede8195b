/** Sinks in what fields hold. */
import { add, attributeOf, type Sink } from './sink.ts';

const textual = ['text', 'search', 'email', 'url', 'tel', 'password'] as const;
const marked = ['hidden', 'checkbox', 'radio', 'button', 'submit', 'reset', 'image'] as const;

/** The value a person or a script gives a field, which no attribute tells. */
function valueOf(name: string, tag: string, attributes: Record<string, string> = {}): Sink {
  return {
    name,
    make(root, value) {
      const field = add(root, tag, attributes) as HTMLInputElement;
      field.value = value;
      return (next) => {
        field.value = next;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      };
    },
  };
}

function optionWith(name: string, give: (option: HTMLOptionElement, value: string) => void): Sink {
  return {
    name,
    make(root, value) {
      const option = add(add(root, 'select'), 'option') as HTMLOptionElement;
      give(option, value);
      return (next) => give(option, next);
    },
  };
}

const cards = ['cc-number', 'cc-csc', 'cc-exp', 'cc-name', 'one-time-code', 'current-password'];

export const sinksOfFields: readonly Sink[] = [
  ...textual.map((type) => valueOf(`value of a ${type} field`, 'input', { type })),
  ...marked.map((type) => attributeOf('input', 'value', undefined, { type })),
  ...cards.map((autocomplete) =>
    valueOf(`value of a ${autocomplete} field`, 'input', { autocomplete }),
  ),
  attributeOf('input', 'value', undefined, { type: 'text' }),
  attributeOf('button', 'value'),
  attributeOf('data', 'value'),
  attributeOf('param', 'value'),
  valueOf('value of a textarea', 'textarea'),
  optionWith('value of an option', (option, value) => option.setAttribute('value', value)),
  optionWith('label of an option', (option, value) => option.setAttribute('label', value)),
  optionWith('value of a chosen option', (option, value) => {
    option.value = value;
    option.selected = true;
    option.dispatchEvent(new Event('change', { bubbles: true }));
  }),
  {
    name: 'label of an optgroup',
    make(root, value) {
      const group = add(add(root, 'select'), 'optgroup', { label: value });
      return (next) => group.setAttribute('label', next);
    },
  },
  {
    name: 'password made readable',
    make(root, value) {
      const field = add(root, 'input', { type: 'password' }) as HTMLInputElement;
      field.value = value;
      return (next) => {
        field.type = 'text';
        field.value = next;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
    },
  },
  {
    name: 'password swapped for a text field',
    make(root, value) {
      const field = add(root, 'input', { type: 'password' }) as HTMLInputElement;
      field.value = value;
      return (next) => {
        const swapped = root.ownerDocument.createElement('input');
        swapped.value = next;
        swapped.setAttribute('value', next);
        field.replaceWith(swapped);
      };
    },
  },
];
