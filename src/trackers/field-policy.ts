/** What the project's policy and the nature of a field let a recorder tell of it. */
import type { CapturePolicy } from '#core/capture-policy.ts';
import type { FieldFidelity } from '#core/field-fidelity.ts';
import { composedParent } from './composed-parent.ts';
import { SecretFields } from './secret-fields.ts';

const fields = 'input, textarea, select';

export class FieldPolicy {
  readonly #policy: CapturePolicy;
  readonly #secrets = new SecretFields();
  #known = new WeakMap<Element, FieldFidelity>();

  /** `page`: fields that are there already, so that a secret is known before it is shown. */
  constructor(policy: CapturePolicy, page?: ParentNode) {
    this.#policy = policy;
    if (page !== undefined) this.#secrets.look(page);
  }

  fidelityOf = (element: Element): FieldFidelity => {
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const fidelity = this.#decide(element);
    this.#known.set(element, fidelity);
    return fidelity;
  };

  /** Attributes or places in the page have changed. */
  forget(): void {
    this.#known = new WeakMap();
  }

  #decide(element: Element): FieldFidelity {
    const region = regionOf(element);
    if (region.some((each) => this.#secrets.has(each))) return 'none';
    const rule = this.#policy.fields.find(({ selector }) =>
      region.some((each) => each.matches(selector)),
    );
    return rule?.fidelity ?? this.#policy.fieldDefault;
  }
}

/** The field an element is or is in: one element, or all from a place in an editor to its edge. */
function regionOf(element: Element): Element[] {
  const field = element.closest(fields);
  if (field !== null) return [field];
  const region = [element];
  for (let each = composedParent(element); each && isEditable(each); each = composedParent(each))
    region.push(each);
  return region;
}

function isEditable(element: Element): boolean {
  return (element as Partial<HTMLElement>).isContentEditable === true;
}
