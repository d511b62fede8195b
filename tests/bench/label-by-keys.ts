/** Labels a session by keyboard alone, while it plays: marks where each task starts and ends, and names
 * each while the next one plays. */
import type { LabelDesk } from './label-desk.ts';
import type { Hands } from './label-hands.ts';
import { bestDraft, searchFor } from './label-wishes.ts';
import type { DoneErrand } from './record-errands.ts';

export async function labelByKeys(
  desk: LabelDesk,
  hands: Hands,
  errands: readonly DoneErrand[],
  speed: number,
): Promise<void> {
  await hands.press('Home');
  for (let reached = 1; reached <= speed; reached *= 2) await hands.press('l');
  for (const [index, errand] of errands.entries()) {
    await desk.until(errand.startsMs);
    await hands.press('i');
    if (index > 0) await nameNext(desk, hands, errands[index - 1]!);
    await desk.until(errand.endsMs);
    await hands.press('o');
  }
  await nameNext(desk, hands, errands.at(-1)!);
}

/** Every field leads to the next by itself, the last one back to the page. */
async function nameNext(desk: LabelDesk, hands: Hands, errand: DoneErrand): Promise<void> {
  await hands.press('u');
  await desk.inField('Instruction');
  const draft = bestDraft(await desk.drafts(), errand);
  if (draft >= 0) await hands.press(`Alt+${draft + 1}`);
  else {
    await hands.type(errand.instruction);
    await hands.press('Enter');
  }
  await desk.inField('Intent');
  await hands.type(searchFor(errand.intent));
  await hands.press('Enter', '1');
}
