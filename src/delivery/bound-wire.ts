/** What a page and another process say over a binding of the browser, as JSON. Each call of the page
 * is answered; an answer to `hear` waits until there is something to hear. */
import type { FromKeeper, ToKeeper } from './keeper-messages.ts';

/** `line` is made by the page and tells one of its documents from the next. */
export type ToBinding =
  | { readonly kind: 'say'; readonly line: string; readonly message: ToKeeper }
  | { readonly kind: 'hear'; readonly line: string };

/** The answer to `hear`; none when the line is over. `stop please`: as if the person had pressed it. */
export type FromBinding = readonly (FromKeeper | { readonly kind: 'stop please' })[];
