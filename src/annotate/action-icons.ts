/** The sign each kind of action is listed with. */

import AppWindow from '@lucide/svelte/icons/app-window';
import ArrowUpDown from '@lucide/svelte/icons/arrow-up-down';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Command from '@lucide/svelte/icons/command';
import Copy from '@lucide/svelte/icons/copy';
import CornerDownLeft from '@lucide/svelte/icons/corner-down-left';
import Globe from '@lucide/svelte/icons/globe';
import Keyboard from '@lucide/svelte/icons/keyboard';
import ListChecks from '@lucide/svelte/icons/list-checks';
import MousePointerClick from '@lucide/svelte/icons/mouse-pointer-click';
import Move from '@lucide/svelte/icons/move';
import PanelTop from '@lucide/svelte/icons/panel-top';
import RotateCw from '@lucide/svelte/icons/rotate-cw';
import SquareCheck from '@lucide/svelte/icons/square-check';
import Upload from '@lucide/svelte/icons/upload';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Redo2 from '@lucide/svelte/icons/redo-2';
import type { LucideIcon } from '@lucide/svelte';
import type { ActionKind } from '#core/action.ts';

export const actionIcons: Readonly<Record<ActionKind, LucideIcon>> = {
  goto: Globe,
  back: Undo2,
  forward: Redo2,
  reload: RotateCw,
  click: MousePointerClick,
  dblclick: MousePointerClick,
  tripleclick: MousePointerClick,
  contextmenu: MousePointerClick,
  type: Keyboard,
  press: Command,
  select_option: ListChecks,
  set_checked: SquareCheck,
  scroll: ArrowUpDown,
  drag: Move,
  copy: Copy,
  paste: ClipboardPaste,
  upload: Upload,
  submit: CornerDownLeft,
  tab_new: PanelTop,
  tab_focus: AppWindow,
};
