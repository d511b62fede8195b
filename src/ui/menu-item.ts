/** One line of a menu. */
import type { LucideIcon } from '@lucide/svelte';

export type MenuItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'heading'; readonly label: string; readonly detail?: string }
  | {
      readonly kind: 'act';
      readonly label: string;
      readonly act: () => void;
      readonly icon?: LucideIcon;
      readonly keys?: string;
      readonly checked?: boolean;
      readonly danger?: boolean;
      readonly disabled?: boolean;
    };
