/** Rules of ours that go into each document of a recorded page, before its own. */
export const ownRules: readonly string[] = [
  // Recorded scrolls were animated and anchored already; once more would add to them.
  '* { scroll-behavior: auto !important; overflow-anchor: none !important; }',
  // A page is shown in the colours it was recorded in, whatever the viewer forces on our own.
  '@media (forced-colors: active) { :where(html) { color: black; forced-color-adjust: none; } }',
];
