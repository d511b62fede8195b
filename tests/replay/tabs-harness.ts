/** The page of the tabs test: what stands in the replay frame, told what app and reel would tell it. */
import { epochMs, ms, type Ms } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import frameCss from '#frame/frame.css?inline';
import { Screen } from '#frame/screen.ts';
import type { FromScreen, ToScreen } from '#frame/screen-messages.ts';
import { LittleReel } from './little-reel.ts';

const style = document.createElement('style');
style.textContent = frameCss;
document.head.append(style);

const heard: FromScreen[] = [];
const screen = new Screen(
  document.body,
  (message) => heard.push(message),
  () => undefined,
);
let reel: LittleReel;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const harness = {
  load(tabs: readonly (readonly RecordedEvent[])[], startedAt: number): void {
    reel = new LittleReel(tabs, epochMs(startedAt));
    screen.take({ kind: 'begin', startedAt: epochMs(startedAt) });
  },

  async show(tab: number, at: Ms): Promise<void> {
    for (const message of reel.show(tab, at)) screen.takeFromReel(message);
    const isShown = () =>
      heard.some((message) => message.kind === 'shown' && message.ticket === reel.ticket);
    while (!isShown()) await nextFrame();
  },

  /** The clock runs. */
  async run(from: number, to: number, step: number): Promise<void> {
    for (let at = from; at <= to; at += step) {
      screen.take({ kind: 'tick', at: ms(at) });
      await nextFrame();
    }
  },

  tell: (message: ToScreen) => screen.take(message),

  heard: () => heard,

  /** Of the page in front: its title, the value of its search field, and whether it is outlined. */
  shown() {
    const fronts = [...document.querySelectorAll<HTMLElement>('.buffer.shown')];
    const page = fronts[0]?.querySelector('iframe')?.contentDocument;
    return {
      fronts: fronts.length,
      title: page?.title,
      field: page?.querySelector<HTMLInputElement>('#q')?.value,
      outlined: document.querySelector<HTMLElement>('.highlight')?.hidden === false,
    };
  },
};

export type TabsHarness = typeof harness;

Object.assign(window, { harness });
