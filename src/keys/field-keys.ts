/** What keys mean inside of the fields that name a task, beside typing: the field's own, for the same
 * sheet. */
export const fieldKeys: readonly { readonly title: string; readonly keys: readonly string[] }[] = [
  { title: 'Take the first draft, to be changed', keys: ['tab'] },
  { title: 'Take a draft and go on', keys: ['alt+1', 'alt+2', 'alt+3'] },
  { title: 'Go on to what is missing next', keys: ['enter'] },
  { title: 'Begin a line', keys: ['shift+enter'] },
  { title: 'In the open list: an intent by digit', keys: [...'123456789'] },
  { title: 'In the outcome: that one, and on', keys: [...'1234'] },
  { title: 'Back to the page', keys: ['escape'] },
];
