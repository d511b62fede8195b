/** What the pointer does on the timeline, for the same sheet. */
export const gestures: readonly { readonly title: string; readonly how: string }[] = [
  { title: 'Go there, choose it', how: 'Click' },
  { title: 'Move along', how: 'Drag the lanes; wheel sideways, or with Shift' },
  { title: 'Zoom about the pointer', how: 'Wheel or pinch; drag the ruler up or down' },
  { title: 'Scrub', how: 'Drag the ruler, playhead or minimap' },
  { title: 'Draw a task', how: 'Drag the empty Tasks lane' },
  { title: 'Move the touching edge, too', how: 'Shift, drag an edge' },
  { title: 'Narrow the lists to a window', how: 'Shift, drag the lanes' },
  { title: 'Show it, or all', how: 'Double-click' },
];
