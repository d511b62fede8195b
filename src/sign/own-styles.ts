/** How the recorder's own elements look: sizes in pixels, for the page decides what a rem is. */
export const tokens = `
:host {
  /* What is important in here beats anything the page says of this element. */
  all: initial !important;
  display: block !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: none !important;
  overflow: visible !important;
  color-scheme: light dark !important;
  --surface: light-dark(oklch(1 0 0), oklch(0.23 0.012 272));
  --hover: light-dark(oklch(0.955 0.007 268), oklch(0.29 0.013 272));
  --text: light-dark(oklch(0.25 0.02 272), oklch(0.93 0.006 272));
  --quiet: light-dark(oklch(0.47 0.022 272), oklch(0.73 0.014 272));
  --hairline: light-dark(oklch(0.905 0.008 270), oklch(0.33 0.013 272));
  --edge: light-dark(oklch(0.615 0.018 272), oklch(0.565 0.018 272));
  --accent: light-dark(oklch(0.53 0.215 277), oklch(0.72 0.145 280));
  --danger: light-dark(oklch(0.5 0.185 26), oklch(0.77 0.125 22));
  --live: light-dark(oklch(0.55 0.2 25), oklch(0.65 0.19 24));
}
*, *::before, *::after { box-sizing: border-box; }
.card, .pill, .dialog {
  font: 450 14px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif;
  color: var(--text);
  background: var(--surface);
  border: 1px solid var(--hairline);
  box-shadow: 0 4px 24px oklch(0.2 0.02 272 / 0.22);
}
h1, h2, p, ul { margin: 0; padding: 0; font: inherit; }
button, a.button {
  font: 550 14px/20px system-ui, -apple-system, 'Segoe UI', sans-serif;
  color: var(--text);
  background: var(--surface);
  border: 1px solid var(--edge);
  border-radius: 4px;
  min-height: 32px;
  padding: 5px 12px;
  cursor: pointer;
  text-align: center;
  text-decoration: none;
}
button:hover, a.button:hover { background: var(--hover); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[hidden] { display: none !important; }
.quiet { color: var(--quiet); }
kbd { font: 450 12px/1 ui-monospace, monospace; color: var(--quiet); }
@media (forced-colors: active) { .card, .pill, .dialog { border-color: CanvasText; } }
`;

export const signStyles = `
:host { width: max-content !important; height: max-content !important; }
.pill {
  display: flex; align-items: center; gap: 8px;
  border-radius: 999px; padding: 5px 12px 5px 10px;
  font-weight: 550; touch-action: none; user-select: none;
}
.dot { width: 10px; height: 10px; border-radius: 50%; background: var(--live); flex: none; }
.paused .dot { border-radius: 1px; background: none; border: solid var(--quiet); border-width: 0 3px; }
.waiting { font-weight: 450; font-size: 12px; color: var(--quiet); }
.card {
  position: absolute; width: 288px; padding: 16px; border-radius: 8px;
  display: grid; gap: 8px; max-height: calc(100vh - 96px); overflow: auto;
}
h2 { font-weight: 650; }
.note { border-left: 3px solid var(--live); padding-left: 8px; }
.card > button, .card > a.button { text-align: left; }
.act { display: flex; justify-content: space-between; align-items: center; gap: 8px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
.danger { color: var(--danger); }
`;

export const questionStyles = `
:host { inset: 0 !important; width: auto !important; height: auto !important; }
.dialog {
  width: min(720px, calc(100vw - 32px)); max-width: none;
  max-height: calc(100vh - 32px); padding: 0; border-radius: 12px; overflow: hidden;
}
.dialog[open] { display: flex; flex-direction: column; }
.dialog::backdrop { background: oklch(0.15 0.01 272 / 0.5); }
.told { padding: 24px 24px 16px; overflow: auto; display: grid; gap: 16px; }
.answer { padding: 16px 24px 24px; border-top: 1px solid var(--hairline); display: grid; gap: 12px; }
h1 { font-size: 20px; line-height: 1.35; font-weight: 650; }
h1:focus-visible { outline: none; }
h2, legend { font-weight: 650; padding: 0; margin-bottom: 4px; }
.facts { display: grid; gap: 16px 24px; grid-template-columns: repeat(auto-fit, minmax(272px, 1fr)); }
ul { list-style: none; display: grid; gap: 4px; }
li { padding-left: 16px; position: relative; }
li::before { content: '–'; position: absolute; left: 0; color: var(--quiet); }
.notice { white-space: pre-line; border-left: 2px solid var(--hairline); padding-left: 12px; }
fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 4px; }
label { display: grid; grid-template-columns: 20px 1fr; gap: 8px; cursor: pointer; }
input { width: 16px; height: 16px; margin: 3px 0 0; accent-color: var(--accent); }
.problem { color: var(--danger); }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.answers button { min-height: 40px; }
.later { display: flex; justify-content: space-between; align-items: center; gap: 12px; }
@media (max-height: 520px) { .dialog[open] { display: block; overflow: auto; } .told { overflow: visible; } }
`;
