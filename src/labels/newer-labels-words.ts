/** What a newer version of the labels would change of a draft, in words. */

interface Moved {
  readonly from: string;
  /** Absent where it was left out. */
  readonly to?: string;
  readonly retired: boolean;
}

/** One line for each intent that becomes another, the most used first. */
export interface MoveLine {
  readonly from: string;
  readonly words: string;
  readonly tasks: number;
}

export function moveLines(moves: readonly Moved[]): readonly MoveLine[] {
  const lines = new Map<string, MoveLine>();
  for (const { from, to, retired } of moves) {
    if (from === to && !retired) continue;
    const words =
      to === undefined
        ? 'is gone: choose another'
        : `${from === to ? 'is' : `is now “${to}”,`} ${retired ? 'no longer used: choose another' : ''}`;
    const line = { from, words: words.trim().replace(/,$/, ''), tasks: 1 };
    const key = `${line.from} ${line.words}`;
    lines.set(key, { ...line, tasks: (lines.get(key)?.tasks ?? 0) + 1 });
  }
  return [...lines.values()].sort((a, b) => b.tasks - a.tasks);
}

export function moveSentence(moves: readonly Moved[]): string {
  const changed = moveLines(moves).reduce((sum, { tasks }) => sum + tasks, 0);
  if (moves.length === 0) return 'None of your tasks has an intent yet.';
  if (changed === 0) return 'Your tasks keep their intents.';
  return `${changed} of your tasks ${changed === 1 ? 'changes its' : 'change their'} intent.`;
}
