import type { TransferPayload } from '#core/plugin-events.ts';
import { inputType } from '#dom/role-of.ts';
import { beginDraft } from './begin-draft.ts';
import type { Moment } from './moment.ts';
import type { RecentActs } from './recent-acts.ts';

/** Makes uploads of files that were chosen or dropped. */
export class UploadActs {
  readonly #acts: RecentActs;
  /** The field for files that was last acted on: choosing takes as long as it takes. */
  #field: number | undefined;

  constructor(acts: RecentActs) {
    this.#acts = acts;
  }

  pressed({ page }: Moment, id: number): void {
    const node = page.tree.get(id);
    if (node?.tag === 'input' && inputType(node) === 'file') this.#field = id;
  }

  transfer(moment: Moment, { act, count }: TransferPayload): void {
    if (act !== 'upload') return;
    const isThere = this.#field !== undefined && moment.page.tree.get(this.#field) !== undefined;
    const base = beginDraft(moment, isThere ? this.#field : undefined);
    this.#acts.begin({ ...base, kind: 'upload', count });
    this.#field = undefined;
  }
}
