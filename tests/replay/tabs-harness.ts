/** The page of the tabs test: what stands in the replay frame, told what the app would tell it. */
import { FrameStage } from '#frame/frame-stage.ts';
import type { FromFrame, ToFrame } from '#frame/frame-messages.ts';
import frameCss from '#replay/frame.css?inline';

const style = document.createElement('style');
style.textContent = frameCss;
document.head.append(style);

const heard: FromFrame[] = [];
const stage = new FrameStage(document.body, (message) => heard.push(message));

const settled = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30))),
  );

const harness = {
  async tell(...messages: ToFrame[]): Promise<void> {
    for (const message of messages) stage.take(message);
    await settled();
  },
  heard: () => heard,
  /** Of the tab in front: the page's title, the value of its search field, and where it is outlined. */
  shown() {
    const fronts = [...document.querySelectorAll<HTMLElement>('.tab:not([hidden])')];
    const page = fronts[0]?.querySelector('iframe')?.contentDocument;
    const outline = document.querySelector('.highlight');
    return {
      fronts: fronts.length,
      title: page?.title,
      heading: page?.querySelector('h1')?.textContent,
      field: page?.querySelector<HTMLInputElement>('#q')?.value,
      outlined: outline !== null && !outline.hasAttribute('hidden'),
    };
  },
};

export type TabsHarness = typeof harness;

Object.assign(window, { harness });
