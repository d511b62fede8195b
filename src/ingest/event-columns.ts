import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';

export const columnKind = { other: 0, meta: 1, snapshot: 2, incremental: 3 } as const;

/** A few numbers about every event, side by side: all that mending needs to know of millions. */
export class EventColumns {
  #times = new Float64Array(1024);
  #hashes = new Float64Array(1024);
  #sizes = new Uint32Array(1024);
  #kinds = new Uint8Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }
  get times(): Float64Array {
    return this.#times.subarray(0, this.#count);
  }
  get hashes(): Float64Array {
    return this.#hashes.subarray(0, this.#count);
  }
  get sizes(): Uint32Array {
    return this.#sizes.subarray(0, this.#count);
  }
  get kinds(): Uint8Array {
    return this.#kinds.subarray(0, this.#count);
  }

  add(event: RecordedEvent, json: Uint8Array): void {
    const at = this.#count++;
    if (at === this.#times.length) this.#grow();
    this.#times[at] = event.timestamp;
    this.#hashes[at] = hashOf(json);
    this.#sizes[at] = json.length;
    this.#kinds[at] = kindOf(event.type);
  }

  #grow(): void {
    const size = this.#times.length * 2;
    const times = new Float64Array(size);
    times.set(this.#times);
    const hashes = new Float64Array(size);
    hashes.set(this.#hashes);
    const sizes = new Uint32Array(size);
    sizes.set(this.#sizes);
    const kinds = new Uint8Array(size);
    kinds.set(this.#kinds);
    [this.#times, this.#hashes, this.#sizes, this.#kinds] = [times, hashes, sizes, kinds];
  }
}

function kindOf(type: number): number {
  if (type === eventType.meta) return columnKind.meta;
  if (type === eventType.fullSnapshot) return columnKind.snapshot;
  return type === eventType.incremental ? columnKind.incremental : columnKind.other;
}

/** 53 bits that tell events of the same millisecond apart. */
function hashOf(bytes: Uint8Array): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b + byte, 0x85ebca6b) ^ (b >>> 15);
  }
  return (a >>> 0) * 0x200000 + (b >>> 11);
}
