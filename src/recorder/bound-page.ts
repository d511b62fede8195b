/** Records a page for another process, which it reaches by a binding of the browser: no content
 * security policy can forbid one. Runs before any script of the page. */
import type { FromBinding, ToBinding } from '#delivery/bound-wire.ts';
import type { FromKeeper, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';
import { startCapture } from './capture.ts';

interface BoundPage {
  /** The name of the binding on the window. */
  readonly binding: string;
  readonly sites: readonly string[];
}

type Call = (text: string) => Promise<string | undefined>;

/** May be called again in the same document. */
export async function recordBoundPage({ binding, sites }: BoundPage): Promise<void> {
  // A window that a page opens keeps its globals when it goes on from here to its first address.
  if (location.href === 'about:blank') return;
  const call = takeBinding(binding);
  if (!call || window !== window.top || !sites.includes(location.origin)) return;
  await pageIsThere();
  const line = new BoundLine(call);
  const capture = startCapture({ line, ask: 'page', indicator: true });
  line.onStopPlease = () => capture.stop();
}

/** Takes it off the window, so that the page's own scripts don't find it there, nor we a second time. */
function takeBinding(name: string): Call | undefined {
  const bound = globalThis as unknown as Record<string, Call | undefined>;
  const call = bound[name];
  delete bound[name];
  return call;
}

async function pageIsThere(): Promise<void> {
  if (document.body !== null) return;
  await new Promise((resolve) =>
    document.addEventListener('DOMContentLoaded', resolve, { once: true }),
  );
}

class BoundLine implements Line<ToKeeper, FromKeeper> {
  onStopPlease: () => void = () => undefined;
  readonly #call: Call;
  readonly #id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  #isOver = false;

  constructor(call: Call) {
    this.#call = call;
  }

  send(message: ToKeeper): void {
    void this.#tell({ kind: 'say', line: this.#id, message });
  }

  listen(hear: (message: FromKeeper) => void): void {
    void this.#hearAll(hear);
  }

  close(): void {
    this.#isOver = true;
  }

  async #hearAll(hear: (message: FromKeeper) => void): Promise<void> {
    while (!this.#isOver) {
      const text = await this.#tell({ kind: 'hear', line: this.#id });
      if (text === undefined) return;
      for (const message of JSON.parse(text) as FromBinding)
        if (message.kind === 'stop please') this.onStopPlease();
        else hear(message);
    }
  }

  /** Undefined when nobody is there any more. */
  async #tell(message: ToBinding): Promise<string | undefined> {
    try {
      return await this.#call(JSON.stringify(message));
    } catch {
      return undefined;
    }
  }
}
