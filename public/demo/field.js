import { h } from './element.js';

let count = 0;

/** A labelled control with room for a hint and an error beneath it. */
export function field({ label, control, hint, wide = false, check }) {
  const id = `field-${(count += 1)}`;
  control.id = id;
  const message = h('p', { class: 'message', id: `${id}-message` }, hint ?? '');
  control.setAttribute('aria-describedby', message.id);
  const element = h(
    'div',
    { class: wide ? 'field wide' : 'field' },
    h('label', { for: id }, label),
    control,
    message,
  );

  const show = (problem) => {
    element.classList.toggle('wrong', problem !== undefined);
    if (problem) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    message.textContent = problem ?? hint ?? '';
  };
  const validate = () => {
    const problem = check?.(control.value);
    show(problem);
    return problem === undefined;
  };
  control.addEventListener('input', () => {
    if (element.classList.contains('wrong')) validate();
  });
  return { element, control, validate, show };
}

/** Checks all fields, puts the cursor into the first that is wrong, and says whether all are right. */
export function validateAll(fields) {
  const wrong = fields.filter((each) => !each.validate());
  wrong[0]?.control.focus();
  return wrong.length === 0;
}
