/** The files a person chose to import, taken one after the other. */
import type { ProjectId } from '#core/ids.ts';
import type { Attestation } from '#data/import-session.ts';
import type { Supabase } from '#data/supabase.ts';
import { ImportItem } from './import-item.svelte.ts';

export class ImportQueue {
  #items = $state.raw<readonly ImportItem[]>([]);
  #running = $state(false);
  readonly #client: Supabase;
  readonly #project: ProjectId;
  readonly #onstored: () => void;

  constructor(client: Supabase, project: ProjectId, onstored: () => void) {
    this.#client = client;
    this.#project = project;
    this.#onstored = onstored;
  }

  get items(): readonly ImportItem[] {
    return this.#items;
  }

  get isRunning(): boolean {
    return this.#running;
  }

  get waiting(): number {
    return this.#items.filter((item) => item.state.kind === 'waiting').length;
  }

  choose(files: readonly File[]): void {
    this.#items = [...this.#items, ...files.map((file) => new ImportItem(file))];
  }

  drop(item: ImportItem): void {
    this.#items = this.#items.filter((each) => each !== item);
  }

  clear(): void {
    this.#items = [];
  }

  stopAll(): void {
    for (const item of this.#items) if (!item.isOver) item.stop();
  }

  async run(attestation: Attestation): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      let next: ImportItem | undefined;
      while ((next = this.#items.find((item) => item.state.kind === 'waiting'))) {
        await next.run(this.#client, this.#project, attestation);
        if (next.state.kind === 'stored') this.#onstored();
      }
    } finally {
      this.#running = false;
    }
  }
}
