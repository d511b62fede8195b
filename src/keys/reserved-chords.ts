/** Chords that belong to somebody else: to the browser for good, or to it unless Tasktape takes them. */

import { keyCaps } from '#ui/key-caps.ts';

/** The page never hears of these, or must not keep them. */
const lost: Readonly<Record<string, string>> = {
  'mod+w': 'closes the tab',
  'mod+shift+w': 'closes the window',
  'mod+t': 'opens a tab',
  'mod+shift+t': 'opens a closed tab again',
  'mod+n': 'opens a window',
  'mod+shift+n': 'opens a private window',
  'mod+shift+p': 'opens a private window',
  'mod+tab': 'goes to another tab',
  'mod+shift+tab': 'goes to another tab',
  'alt+f4': 'closes the window',
};

const lostOnApple: Readonly<Record<string, string>> = {
  'mod+q': 'quits the browser',
  'mod+h': 'hides the browser',
  'mod+m': 'puts the window away',
  'mod+space': 'opens the search of the system',
};

const used: Readonly<Record<string, string>> = {
  'mod+a': 'selects everything',
  'mod+c': 'copies',
  'mod+d': 'makes a bookmark',
  'mod+f': 'finds in the page',
  'mod+h': 'shows the history',
  'mod+j': 'shows the downloads',
  'mod+l': 'goes to the address',
  'mod+o': 'opens a file',
  'mod+p': 'prints',
  'mod+r': 'loads the page again',
  'mod+shift+r': 'loads the page again',
  'mod+s': 'saves the page',
  'mod+u': 'shows the source',
  'mod+v': 'pastes',
  'mod+x': 'cuts',
  'mod++': 'enlarges the page',
  'mod+-': 'shrinks the page',
  'mod+0': 'shows the page at its size',
  'alt+d': 'goes to the address',
  f1: 'shows help',
  f3: 'finds in the page',
  f5: 'loads the page again',
  f6: 'goes to the address',
  f11: 'fills the screen',
  f12: 'shows the tools of developers',
};

const own: Readonly<Record<string, string>> = {
  tab: 'goes from field to field',
  'shift+tab': 'goes from field to field',
};

export interface Reserved {
  readonly kind: 'refused' | 'warned';
  readonly sentence: string;
}

export function reservedFor(chord: string, isApple: boolean): Reserved | undefined {
  const caps = keyCaps(chord, isApple);
  const gone = lost[chord] ?? (isApple ? lostOnApple[chord] : undefined);
  if (own[chord]) return { kind: 'refused', sentence: `${caps} ${own[chord]}; choose other keys.` };
  if (gone)
    return {
      kind: 'refused',
      sentence: `${caps} ${gone} before Tasktape hears of it; choose other keys.`,
    };
  if (used[chord])
    return {
      kind: 'warned',
      sentence: `In your browser ${caps} ${used[chord]}; here it no longer does.`,
    };
  return undefined;
}
