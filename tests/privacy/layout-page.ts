/** Runs in a page whose layout is measured: records it as it is and masked at once, and replays
 * either beside the other. */
import { record } from '@rrweb/record';
import { Replayer, type eventWithTime } from 'rrweb';
import { defaultCapturePolicy as policy } from '#core/capture-policy.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { FieldPolicy } from '#trackers/field-policy.ts';
import { RecordedPage } from '#recorder/live-page.ts';
import { Sanitizer } from '#sanitizer/sanitizer.ts';

export interface BothRecordings {
  readonly raw: readonly RecordedEvent[];
  readonly masked: readonly RecordedEvent[];
}

type Box = readonly [left: number, top: number, width: number, height: number];

/** By node id. */
export interface Boxes {
  readonly inPage: Record<number, Box>;
  /** Measured from the element around it, so that one wrapped line does not move all below it. */
  readonly inParent: Record<number, Box>;
}

const raw: string[] = [];
const masked: string[] = [];

const parsed = (texts: readonly string[]) => texts.map((text) => JSON.parse(text));

const settled = () => new Promise((resolve) => setTimeout(resolve, 400));

const layout = {
  start(): void {
    const fields = new FieldPolicy(policy, document);
    const nodeWith = (id: number) => record.mirror.getNode(id) ?? undefined;
    const page = new RecordedPage({ policy, fields, nodeWith });
    const sites = [location.origin];
    const sanitizer = new Sanitizer({ policy, salt: '1a40', sites, page });
    record({
      userTriggeredOnInput: true,
      emit(event) {
        raw.push(JSON.stringify(event));
        page.forget();
        const clean = sanitizer.clean(event);
        if (clean) masked.push(JSON.stringify(clean));
      },
    });
  },

  recorded: (): BothRecordings => ({ raw: parsed(raw), masked: parsed(masked) }),

  /** Where everything that can be seen stands at the end of a recording. */
  async replay(events: readonly RecordedEvent[]): Promise<Boxes> {
    const root = document.body.appendChild(document.createElement('div'));
    const replayer = new Replayer(events as eventWithTime[], { root, mouseTail: false });
    await settled();
    replayer.pause(events.at(-1)!.timestamp - events[0]!.timestamp + 1);
    await settled();
    const boxes: Boxes = { inPage: {}, inParent: {} };
    const page = replayer.iframe.contentDocument!;
    for (const element of page.querySelectorAll('body, body *')) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const id = replayer.getMirror().getId(element);
      if (width === 0 || height === 0 || id < 0) continue;
      const around = element.parentElement!.getBoundingClientRect();
      boxes.inPage[id] = [x, y, width, height];
      boxes.inParent[id] = [x - around.x, y - around.y, width, height];
    }
    replayer.destroy();
    root.remove();
    return boxes;
  },
};

export type Layout = typeof layout;

Object.assign(window, { layout });
