/** Which suggestions a person waved away, remembered in this browser for one annotation. */

import type { AnnotationId } from '#core/ids.ts';
import { recall, remember } from '#ui/remembered.ts';

export interface Dismissals {
  read(): readonly string[];
  write(ids: readonly string[]): void;
}

export function dismissalsOf(annotation: AnnotationId): Dismissals {
  const key = `dismissed suggestions ${annotation}`;
  return {
    read: () => {
      try {
        const found: unknown = JSON.parse(recall(key) ?? '[]');
        return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
      } catch {
        return [];
      }
    },
    write: (ids) => remember(key, JSON.stringify(ids)),
  };
}
