import type { ActionLabel } from '#core/action-label.ts';
import type { Content } from '#core/content.ts';
import type { Edit } from '#core/edit.ts';
import { sameValue } from '#core/merge-edits.ts';

/** The edit that turns one content into another, and changes nothing that both have. */
export function replaceContent(from: Content, to: Content): Edit {
  const edits: Edit[] = [];
  const at = (content: Content) => ({
    tasks: new Map(content.tasks.map((task) => [task.id, task])),
    stretches: new Map(content.notWork.map((stretch) => [stretch.id, stretch])),
    labels: new Map(content.actionLabels.map((label) => [label.action, label])),
  });
  const [before, after] = [at(from), at(to)];

  for (const [id, task] of before.tasks)
    if (!after.tasks.has(id)) edits.push({ kind: 'remove task', task });
  for (const [id, stretch] of before.stretches)
    if (!sameValue(stretch, after.stretches.get(id)))
      edits.push({ kind: 'remove not work', stretch });
  for (const [id, task] of after.tasks) {
    const was = before.tasks.get(id);
    if (was === undefined) edits.push({ kind: 'add task', task });
    else if (!sameValue(was, task)) edits.push({ kind: 'change task', before: was, after: task });
  }
  for (const [id, stretch] of after.stretches)
    if (!sameValue(stretch, before.stretches.get(id)))
      edits.push({ kind: 'add not work', stretch });
  for (const action of new Set([...before.labels.keys(), ...after.labels.keys()])) {
    const [was, is] = [before.labels.get(action), after.labels.get(action)];
    if (!sameValue(was, is)) edits.push(relabel(was, is));
  }
  if (from.marking !== to.marking)
    edits.push({
      kind: 'mark',
      ...(from.marking !== undefined && { before: from.marking }),
      ...(to.marking !== undefined && { after: to.marking }),
    });
  return { kind: 'together', edits };
}

const relabel = (before: ActionLabel | undefined, after: ActionLabel | undefined): Edit => ({
  kind: 'label action',
  ...(before && { before }),
  ...(after && { after }),
});
