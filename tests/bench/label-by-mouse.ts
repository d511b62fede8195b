/** Labels a session with the mouse wherever there is something to take hold of, and types what has to
 * be typed. */
import type { LabelDesk } from './label-desk.ts';
import type { Hands } from './label-hands.ts';
import { bestDraft, searchFor } from './label-wishes.ts';
import type { DoneErrand } from './record-errands.ts';

/** Below the middle of the lane. */
const y = 22;

export async function labelByMouse(
  desk: LabelDesk,
  hands: Hands,
  errands: readonly DoneErrand[],
  durationMs: number,
): Promise<void> {
  const { page } = desk;
  for (const errand of errands) {
    const { width } = (await desk.lane.boundingBox())!;
    const place = (at: number) => ({ x: (at / durationMs) * width, y });
    await hands.drag(desk.lane, place(errand.startsMs), place(errand.endsMs));
    await hands.click(page.getByLabel('Instruction', { exact: true }));
    const drafts = await desk.drafts();
    const draft = bestDraft(drafts, errand);
    if (draft >= 0) await hands.click(desk.draft(drafts[draft]!));
    else await hands.type(errand.instruction);
    await hands.click(page.getByRole('combobox', { name: 'Intent' }));
    await hands.type(searchFor(errand.intent));
    await hands.click(page.getByRole('option').first());
    await hands.click(page.getByRole('radio', { name: /^success/i }));
  }
}
