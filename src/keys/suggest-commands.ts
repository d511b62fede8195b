/** Commands that walk what a machine suggests, and take it over whole or edge by edge. */

import type { Command, KeyContext } from './command-for.ts';

const suggested = (context: KeyContext) => context.editable && context.suggested;

const suggest = { group: 'Suggestions', when: suggested } as const;

export const suggestCommands = [
  { ...suggest, id: 'next suggestion', title: 'Next suggestion', keys: ['q'], repeats: true },
  {
    ...suggest,
    id: 'previous suggestion',
    title: 'Previous suggestion',
    keys: ['shift+q'],
    repeats: true,
  },
  { ...suggest, id: 'accept', title: 'Accept the suggestion', keys: ['a'] },
  { ...suggest, id: 'take start', title: 'Take only its start', keys: ['y'] },
  { ...suggest, id: 'take end', title: 'Take only its end', keys: ['shift+y'] },
  { ...suggest, id: 'dismiss', title: 'Dismiss the suggestion', keys: ['r'] },
  {
    group: 'Suggestions',
    when: (context: KeyContext) => context.editable,
    id: 'ask model',
    title: 'Ask a model of your own for suggestions',
    keys: [],
  },
  { ...suggest, id: 'accept all', title: 'Accept all suggestions', keys: ['shift+a'] },
] as const satisfies readonly Command[];

export type SuggestCommandId = (typeof suggestCommands)[number]['id'];
