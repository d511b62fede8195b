/** Commands about the annotation as a whole, and the way from one session to the next. */

import type { Command, KeyContext } from './command-for.ts';

const editable = (context: KeyContext) => context.editable;

const torn = (context: KeyContext) => context.torn && !context.elsewhere;

const work = { group: 'Work' } as const;

export const workCommands = [
  { ...work, id: 'undo', title: 'Undo', keys: ['mod+z'], repeats: true },
  { ...work, id: 'redo', title: 'Redo', keys: ['mod+shift+z', 'mod+y'], repeats: true },
  { ...work, id: 'history', title: 'History of the edits', keys: ['shift+h'] },
  { ...work, id: 'submit', title: 'Submit', keys: ['mod+enter'], inFields: true, when: editable },
  {
    ...work,
    id: 'next session',
    title: 'Label the next session',
    keys: ['n'],
    when: (context: KeyContext) => !context.editable,
  },
  {
    ...work,
    id: 'next from here',
    title: 'Go on to the next session, this one stays as it is',
    keys: ['shift+n'],
    when: editable,
  },
  {
    ...work,
    id: 'decline',
    title: 'Skip the session, or say why nobody can label it',
    keys: ['shift+s'],
    when: editable,
  },
  {
    ...work,
    id: 'take over',
    title: 'Take it over from the other window',
    keys: ['shift+t'],
    when: (context: KeyContext) => context.elsewhere && !context.givenBack,
  },
  {
    ...work,
    id: 'label again',
    title: 'Label it after all, though it was given back',
    keys: ['shift+t'],
    when: (context: KeyContext) => context.givenBack,
  },
  { ...work, id: 'keep both', title: 'Of two versions, keep both', keys: [], when: torn },
  { ...work, id: 'keep mine', title: 'Of two versions, keep what is here', keys: [], when: torn },
  {
    ...work,
    id: 'keep theirs',
    title: 'Of two versions, keep what was saved',
    keys: [],
    when: torn,
  },
  {
    ...work,
    id: 'move labels',
    title: 'Move to the newer labels',
    keys: [],
    when: (context: KeyContext) => context.editable && context.newerLabels,
  },
] as const satisfies readonly Command[];

export type WorkCommandId = (typeof workCommands)[number]['id'];
