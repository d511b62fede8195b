/** Where an element stood at the moment it was acted on. */
import type { TargetPayload } from '#core/plugin-events.ts';
import { interactiveTarget } from './interactive-target.ts';
import { listen, stopAll, type Tracker } from './listen.ts';
import { originOf, type PageFacts } from './page-facts.ts';

interface TargetSources extends PageFacts {
  readonly window: Window;
  readonly emit: (payload: TargetPayload) => void;
}

export function trackTargets({ window, nodeOf, fidelityOf, emit }: TargetSources): Tracker {
  let typedInto: Element | undefined;

  const tell = (element: Element | undefined) => {
    if (element === undefined || nodeOf(element) < 0) return;
    emit({ node: nodeOf(element), box: boxOf(element, window) });
  };
  // When something was done inside a secret field is part of what it must not tell.
  const tellInside = (element: Element | undefined) => {
    if (element && fidelityOf(element) !== 'none') tell(element);
  };

  const press = listen(window, 'pointerdown', (event) => {
    const pressed = originOf(event);
    if (pressed !== undefined) tell(interactiveTarget(pressed));
  });
  const key = listen(window, 'keydown', (event) => {
    const field = originOf(event);
    if (field === undefined || field === typedInto) return;
    typedInto = field;
    tellInside(field);
  });
  const enter = listen(window, 'focusin', () => (typedInto = undefined));
  const change = listen(window, 'change', (event) => tellInside(originOf(event)));
  const submit = listen<SubmitEvent>(window, 'submit', (event) => {
    const form = originOf(event);
    if (form !== undefined) tell(event.submitter ?? form);
  });
  return stopAll([press, key, enter, change, submit]);
}

/** In the viewport of the tab: inside a frame, the frame's own place is added. */
function boxOf(element: Element, view: Window): TargetPayload['box'] {
  const { x, y, width, height } = element.getBoundingClientRect();
  const frame = view.frameElement;
  if (frame === null || view.parent === view) return rounded({ x, y, width, height });
  const around = boxOf(frame, view.parent);
  return rounded({
    x: x + around.x + frame.clientLeft,
    y: y + around.y + frame.clientTop,
    width,
    height,
  });
}

function rounded(box: TargetPayload['box']): TargetPayload['box'] {
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) };
}
