import { textInputPlugin, type TextInputPayload } from '#core/plugin-events.ts';
import type { TextInput } from '#core/track.ts';
import { asKnown, eventType } from '#dom/rrweb-events.ts';
import type { Moment } from './moment.ts';

/** Gathers text that came into fields without keys. */
export class TextInputs {
  #inputs: TextInput[] = [];

  push({ at, event }: Moment): void {
    const known = asKnown(event);
    if (known.type !== eventType.plugin || known.data.plugin !== textInputPlugin) return;
    const { cause, fidelity, text, length, node } = known.data.payload as TextInputPayload;
    this.#inputs.push({
      atMs: at,
      cause,
      fidelity,
      ...(fidelity === 'text' && text !== undefined && { text }),
      ...(length !== undefined && { length }),
      node,
    });
  }

  take(): TextInput[] {
    return this.#inputs.splice(0);
  }
}
