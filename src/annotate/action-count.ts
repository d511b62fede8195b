/** How many actions, in words; they may not be known yet. */
export function actionCount(count: number | undefined): string {
  if (count === undefined) return 'actions not loaded';
  return `${count} ${count === 1 ? 'action' : 'actions'}`;
}
