/** Says that a page is not recorded any more, why, and what a person can do about it. */
import { Corner } from './corner.ts';
import { makeButton, makeElement } from './make-element.ts';
import { signName } from './own-elements.ts';
import { makeOwnHost } from './own-host.ts';
import { signStyles } from './own-styles.ts';

export interface RestSign {
  remove(): void;
}

interface RestWords {
  readonly says: string;
  readonly beginAgain?: () => void;
  readonly myRecordingsUrl?: string;
}

export function showRestSign({ says, beginAgain, myRecordingsUrl }: RestWords): RestSign {
  const { element, root, place } = makeOwnHost(signName, signStyles);
  const remove = () => element.remove();
  const label = makeElement('span', { 'aria-live': 'polite' }, says);
  const mine = { class: 'button', href: myRecordingsUrl ?? '', target: '_blank', rel: 'noopener' };
  const pill = makeElement(
    'div',
    { class: 'pill' },
    label,
    ...(beginAgain ? [makeButton('Record again', beginAgain)] : []),
    ...(myRecordingsUrl ? [makeElement('a', mine, 'My recordings')] : []),
    makeButton('Hide', remove),
  );
  new Corner(place, label, () => undefined);
  root.append(pill);
  document.documentElement.append(element);
  return { remove };
}
