/** Whether a chord writes, deletes, moves or copies in a field: there it belongs to the field, whatever
 * command a person has given it to. */
export function isTypingChord(chord: string, isApple: boolean): boolean {
  const key = chord.split(/\+(?!$)/).at(-1) ?? '';
  const isCharacter = [...key].length === 1 || key === 'space';
  if (/\bmeta\+/.test(chord)) return false;
  if (chord.includes('mod+')) return /^mod\+(shift\+)?[acvxyz]$/.test(chord) || isEditing(key);
  if (chord.includes('alt+')) return isEditing(key) || (isApple && isCharacter);
  return isCharacter || key === 'enter' || key === 'tab' || isEditing(key);
}

const isEditing = (key: string) => /^(backspace|delete|home|end|page\w+|arrow\w+)$/.test(key);
