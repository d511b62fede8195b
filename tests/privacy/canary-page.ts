/** Runs in the canary page: plants a secret of its own in every sink, in every way a page may. */
import { Canaries, type Canary } from './canaries.ts';
import { add, type Root, type Sink } from './sink.ts';
import { sinksOfAttributes } from './sinks-of-attributes.ts';
import { sinksOfFields } from './sinks-of-fields.ts';
import { sinksOfStyles } from './sinks-of-styles.ts';
import { sinksOfText } from './sinks-of-text.ts';

const sinks: readonly Sink[] = [
  ...sinksOfText,
  ...sinksOfFields,
  ...sinksOfAttributes,
  ...sinksOfStyles,
];
const plain = 'plain';
const canaries = new Canaries(20261121);
const later: (() => void)[] = [];

type Place = () => Root;

const inLight: Place = () => add(document.body, 'section');
const inShadow: Place = () => add(document.body, 'section').attachShadow({ mode: 'open' });

/** A frame that has loaded by the time its place is asked for. */
async function openFrame(inside: Document): Promise<Document> {
  const frame = inside.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  frame.src = '/empty';
  inside.body.append(frame);
  await loaded;
  return frame.contentDocument!;
}

function plantAll(variant: string, place: Place): void {
  const root = place();
  for (const sink of sinks) sink.make(root, canaries.plant(`${sink.name}, ${variant}`));
}

function plantThenChange(variant: string, place: Place): void {
  const root = place();
  for (const sink of sinks) {
    const change = sink.make(root, plain);
    later.push(() => change(canaries.plant(`${sink.name}, ${variant}`)));
  }
}

const canaryPage = {
  sinks: sinks.map((sink) => sink.name),

  /** Before a recorder starts. */
  async load(): Promise<void> {
    plantAll('at load', inLight);
    plantThenChange('changed', inLight);
    plantAll('in a shadow root', inShadow);
    plantThenChange('changed in a shadow root', inShadow);
    const frame = await openFrame(document);
    plantAll('in a frame', () => add(frame.body, 'section'));
    plantThenChange('changed in a frame', () => add(frame.body, 'section'));
    const nested = await openFrame(frame);
    plantAll('in a frame in a frame', () => add(nested.body, 'section'));
  },

  /** While it records; each task gives it a batch of its own. */
  async change(): Promise<void> {
    for (const change of later) change();
    await breathe();
    plantAll('added', inLight);
    await breathe();
    plantAll('added in a shadow root', inShadow);
    await breathe();
    const frame = await openFrame(document);
    await breathe();
    plantAll('added in a frame', () => add(frame.body, 'section'));
    await breathe();
  },

  planted: (): readonly Canary[] => canaries.all,
};

const breathe = () => new Promise((resolve) => setTimeout(resolve, 60));

export type CanaryPage = typeof canaryPage;

Object.assign(window, { canaryPage });
