/** A page that puts up a preview, as the lists do. */
import { linkPreview } from '#app/link-preview.ts';
import { ms } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import type { FromPreview, ToPreview } from '#frame/preview-messages.ts';

interface Look extends Pick<ToPreview, 'plays' | 'theme'> {
  readonly sandboxed: boolean;
  readonly beginsMs?: number;
}

const heard: FromPreview[] = [];

const harness = {
  heard,

  async show(address: string, events: RecordedEvent[], how: Look): Promise<void> {
    document.querySelector('iframe')?.remove();
    document.querySelector('input')!.focus();
    const frame = document.createElement('iframe');
    frame.title = 'Recorded page and player';
    if (how.sandboxed) frame.sandbox.add('allow-scripts', 'allow-same-origin');
    frame.width = '800';
    frame.height = '600';
    const { plays, theme } = how;
    const link = linkPreview(frame, address, (message) => heard.push(message));
    link.send({ kind: 'show', events, beginsMs: ms(how.beginsMs ?? 0), plays, theme });
    document.body.append(frame);
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  },
};

export type PreviewHarness = typeof harness;

Object.assign(window, { harness });
