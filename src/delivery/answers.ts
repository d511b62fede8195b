/** What the person answered, by notice version and site. It stays on this machine; a no is told to
 * nobody. */
import type { Purpose } from '#core/consent.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { ShelfChange } from './shelf.ts';

export class Answers {
  readonly #tools: Pick<KeeperTools, 'shelf' | 'places'>;

  constructor(tools: Pick<KeeperTools, 'shelf' | 'places'>) {
    this.#tools = tools;
  }

  /** No purpose is a no; undefined was not asked yet. */
  read({ notice }: RecorderTerms, site: string): Promise<readonly Purpose[] | undefined> {
    return this.#tools.shelf.read(this.#tools.places.answer(notice.version, site));
  }

  async remember({ notice }: RecorderTerms, site: string, purposes: readonly Purpose[]) {
    const put = this.#tools.places.answer(notice.version, site);
    await this.#tools.shelf.write([{ put, value: purposes }]);
  }

  async forget({ notice }: RecorderTerms, site: string): Promise<void> {
    await this.#tools.shelf.write([{ remove: this.#tools.places.answer(notice.version, site) }]);
  }

  /** After a withdrawal every yes counts as a no, so that nobody is asked again right away. */
  async declineAll(): Promise<ShelfChange[]> {
    const keys = await this.#tools.shelf.keys(this.#tools.places.answers);
    return keys.map((put) => ({ put, value: [] }));
  }
}
