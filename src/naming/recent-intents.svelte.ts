/** The intents chosen last, the latest first; kept by slug, so that the next session and the next
 * version of the label set know them too. */

import type { IntentId } from '#core/ids.ts';
import { recall, remember } from '#ui/remembered.ts';
import type { IntentTree } from './intent-tree.ts';

const most = 5;
const place = 'recent intents';

export class RecentIntents {
  readonly #tree: IntentTree;
  #ids = $state.raw<readonly IntentId[]>([]);

  constructor(tree: IntentTree) {
    this.#tree = tree;
    const slugs = recall(place)?.split('\n') ?? [];
    this.#ids = slugs
      .map((slug) => tree.bySlug.get(slug)?.intent.id)
      .filter((id) => id !== undefined);
  }

  get ids(): readonly IntentId[] {
    return this.#ids;
  }

  note(id: IntentId): void {
    this.#ids = [id, ...this.#ids.filter((each) => each !== id)].slice(0, most);
    const slugs = this.#ids.map((each) => this.#tree.byId.get(each)?.intent.slug ?? '');
    remember(place, slugs.join('\n'));
  }
}
