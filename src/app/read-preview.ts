/** From stored objects to events that a player can begin with, or a sentence why not. */
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { putBackCss } from '#dom/css-by-hash.ts';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import { PointerWatch } from '#dom/pointer-watch.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import { PageLimits } from '#reel/page-limits.ts';
import { readEvents } from '#reel/read-events.ts';
import { checkHash, unpack } from '#reel/unpack.ts';
import type { Packed, PreviewMaterial, ReadPreview } from './preview-messages.ts';

export async function readPreview(material: PreviewMaterial): Promise<ReadPreview> {
  const begun = await readKeyframe(material.keyframe);
  if (!begun.ok) return begun;
  const events = [...begun.value];
  for (const chunk of material.chunks) {
    const text = await open(chunk);
    const read = text.ok ? readEvents(text.value) : text;
    if (!read.ok) return refuse(read.problems[0]?.sentence);
    for (const event of read.value) events.push(event);
  }
  return cutOut(events, material);
}

/** The page as it was at `from`, and what followed, as long as a browser can bear it. */
function cutOut(events: readonly RecordedEvent[], { from, until }: PreviewMaterial): ReadPreview {
  const page = new Page();
  const limits = new PageLimits();
  const pointer = new PointerWatch();
  const begin = () => {
    const whole = keyframeOf(page, from);
    return whole ? [...whole, ...pointer.replay(from)] : [];
  };
  const after: RecordedEvent[] = [];
  let first: readonly RecordedEvent[] | undefined;
  for (const event of events) {
    if (event.timestamp > until) break;
    if (event.timestamp >= from) {
      first ??= begin();
      after.push(event);
    }
    page.apply(event);
    pointer.push(event, page);
    const problem = limits.problemAfter(event, page);
    if (problem !== undefined) return fail({ path: 'page', sentence: problem });
  }
  const shown = [...(first ?? begin()), ...after];
  if (!shown.some(({ type }) => type === eventType.fullSnapshot))
    return fail({ path: 'chunk', sentence: 'No page was recorded in this stretch.' });
  // A player wants two events at least, and tells the length by the last. Of this kind it draws none.
  return succeed([...shown, { type: eventType.plugin, timestamp: endOf(shown, until), data }]);
}

const data = { plugin: 'tasktape/end-of-preview@1', payload: {} };

const endOf = (shown: readonly RecordedEvent[], until: number): number =>
  Math.max(until, shown.at(-1)?.timestamp ?? 0);

async function readKeyframe(keyframe: PreviewMaterial['keyframe']): Promise<ReadPreview> {
  if (keyframe === undefined) return succeed([]);
  const text = await open(keyframe);
  const read = text.ok ? readEvents(text.value) : text;
  if (!read.ok) return refuse(read.problems[0]?.sentence);
  const texts = new Map<string, string>();
  for (const { bytes, sha256 } of keyframe.sheets) {
    const css = await unpack(bytes);
    if (css.ok && (await checkHash(css.value.text, sha256)).ok) texts.set(sha256, css.value.text);
  }
  const hashes = keyframe.sheets.map(({ sha256 }) => sha256);
  return putBackCss(read.value, hashes, (hash) => texts.get(hash));
}

async function open({ bytes, sha256 }: Packed): Promise<OutcomeOf<string>> {
  const checked = await checkHash(bytes, sha256);
  if (!checked.ok) return checked;
  const unpacked = await unpack(bytes);
  return unpacked.ok ? succeed(unpacked.value.text) : unpacked;
}

const refuse = (why = 'it can’t be read'): ReadPreview =>
  fail({
    path: 'chunk',
    sentence: `A piece of this recording was refused: ${why}. Open the session in the workbench, which plays around it.`,
  });
