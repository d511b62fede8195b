/** A capture policy being edited: what the form holds, and the rules it stands for. */
import { policyFormat, type CapturePolicy } from '#core/capture-policy.ts';
import type { FieldFidelity } from '#core/field-fidelity.ts';
import { linesOf } from './lines-of.ts';

export interface FieldRule {
  selector: string;
  fidelity: FieldFidelity;
}

export class PolicyDraft {
  vocabulary = $state('');
  keepText = $state('');
  block = $state('');
  fields = $state<FieldRule[]>([]);
  fieldDefault = $state<FieldFidelity>('class');
  timeQuantumMs = $state('1');
  #published = $state.raw<CapturePolicy>(this.#read());
  readonly #rules = $derived.by(() => this.#read());

  /** Takes over what is published. */
  open(rules: CapturePolicy): void {
    this.vocabulary = rules.vocabulary.join('\n');
    this.keepText = rules.keepText.join('\n');
    this.block = rules.block.join('\n');
    this.fields = rules.fields.map((rule) => ({ ...rule }));
    this.fieldDefault = rules.fieldDefault;
    this.timeQuantumMs = String(rules.timeQuantumMs);
    this.#published = this.#read();
  }

  get rules(): CapturePolicy {
    return this.#rules;
  }

  get changed(): boolean {
    return JSON.stringify(this.#rules) !== JSON.stringify(this.#published);
  }

  addField(): void {
    this.fields.push({ selector: '', fidelity: 'none' });
  }

  removeField(at: number): void {
    this.fields.splice(at, 1);
  }

  #read(): CapturePolicy {
    return {
      format: policyFormat,
      vocabulary: linesOf(this.vocabulary),
      keepText: linesOf(this.keepText),
      fields: this.fields
        .map(({ selector, fidelity }) => ({ selector: selector.trim(), fidelity }))
        .filter(({ selector }) => selector !== ''),
      fieldDefault: this.fieldDefault,
      block: linesOf(this.block),
      timeQuantumMs: Number(this.timeQuantumMs),
    };
  }
}
