/** The page's own facts, as the sanitizer asks for them. What can't be found out is withheld. */
import type { CapturePolicy } from '#core/capture-policy.ts';
import type { FieldFidelity } from '#core/field-fidelity.ts';
import type { LivePage } from '#sanitizer/live-page.ts';
import { elementOf } from '#trackers/composed-parent.ts';
import type { FieldPolicy } from '#trackers/field-policy.ts';
import { PageParts } from './page-parts.ts';

interface LivePageSources {
  readonly policy: CapturePolicy;
  readonly fields: FieldPolicy;
  readonly nodeWith: (id: number) => Node | undefined;
}

export class RecordedPage implements LivePage {
  readonly #sources: LivePageSources;
  readonly #kept: PageParts;
  readonly #blocked: PageParts;

  constructor(sources: LivePageSources) {
    this.#sources = sources;
    this.#kept = new PageParts(sources.policy.keepText);
    this.#blocked = new PageParts(sources.policy.block);
  }

  fidelityOf(id: number): FieldFidelity {
    const element = this.#element(id);
    return element === undefined ? 'none' : this.#sources.fields.fidelityOf(element);
  }

  keepsText(id: number): boolean {
    const element = this.#element(id);
    return element !== undefined && this.#kept.hold(element);
  }

  isBlocked(id: number): boolean {
    const element = this.#element(id);
    return element !== undefined && this.#blocked.hold(element);
  }

  sizeOf(id: number): { width: number; height: number } | undefined {
    const element = this.#element(id);
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return undefined;
    if (element instanceof view.HTMLImageElement)
      return { width: element.naturalWidth, height: element.naturalHeight };
    if (element instanceof view.HTMLVideoElement)
      return { width: element.videoWidth, height: element.videoHeight };
    if (element instanceof view.HTMLCanvasElement)
      return { width: element.width, height: element.height };
    return undefined;
  }

  /** The page has changed: what was known of its elements may not hold any more. */
  forget(): void {
    this.#sources.fields.forget();
    this.#kept.forget();
    this.#blocked.forget();
  }

  #element(id: number): Element | undefined {
    const node = this.#sources.nodeWith(id);
    return node === undefined ? undefined : elementOf(node);
  }
}
