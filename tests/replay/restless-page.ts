/** A page that changes in every way a recorder tells of, seeded so that it does the same each time. */

const colours = ['red', 'green', 'blue', 'teal'];

const start = `
  <form>
    <input id="name" value="given" />
    <input id="agree" type="checkbox" checked />
    <input name="size" type="radio" value="s" checked /><input name="size" type="radio" value="l" />
    <select id="pick"><option>one</option><option value="2">two</option><option>three</option></select>
    <textarea id="notes">as given</textarea>
  </form>
  <div id="list"></div><div id="host"></div><style id="own">p { color: red }</style>
  <iframe id="frame" srcdoc="<style>b{color:red}</style><b>in a frame</b><input id=inner>"></iframe>
  <svg viewBox="0 0 10 10"><linearGradient id="g"></linearGradient><path d="M0 0h1"></path></svg>`;

export class RestlessPage {
  readonly #next: () => number;
  readonly #sheet = new CSSStyleSheet();
  #count = 0;

  constructor(next: () => number) {
    this.#next = next;
    document.body.insertAdjacentHTML('beforeend', start);
    const shadow = this.#by('host').attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p>in the shade</p>';
    this.#sheet.replaceSync('p { top: 0 } i { left: 0 }');
    shadow.adoptedStyleSheets = [this.#sheet];
    document.adoptedStyleSheets = [this.#sheet];
    for (let row = 0; row < 12; row += 1) this.#addRow();
  }

  step(): void {
    const acts = [
      () => this.#addRow(),
      () => this.#row()?.remove(),
      () => this.#moveRow(),
      () => this.#row()?.setAttribute('title', `title ${this.#number()}`),
      () => this.#style(),
      () => this.#text(),
      () => this.#fields(),
      () => this.#list().scrollTo(0, this.#pick(200)),
      () => this.#rules((this.#by('own') as HTMLStyleElement).sheet!),
      () => this.#rules((this.#by('own') as HTMLStyleElement).sheet!),
      () => this.#rules(this.#sheet),
      () => this.#adopt(),
      () => this.#shade(),
      () => this.#frame(),
    ];
    acts[this.#pick(acts.length)]!();
  }

  #addRow(): void {
    const row = document.createElement('div');
    row.className = 'row';
    row.append(`row ${this.#number()} `, document.createElement('i'));
    this.#list().insertBefore(row, this.#row() ?? null);
  }

  #moveRow(): void {
    const [row, other] = [this.#row(), this.#row()];
    if (row && other && row !== other) this.#list().insertBefore(row, other);
  }

  #style(): void {
    const row = this.#row() as HTMLElement | undefined;
    row?.style.setProperty('color', colours[this.#pick(4)]!, this.#pick(2) ? 'important' : '');
    if (this.#pick(4) === 0) row?.style.removeProperty('color');
  }

  #text(): void {
    if (this.#pick(4) === 0)
      this.#by('own').firstChild!.nodeValue = `p { color: ${colours[this.#pick(4)]} }`;
    const text = this.#row()?.firstChild;
    if (text) text.nodeValue = `changed ${this.#number()} `;
  }

  #fields(): void {
    const [small, large] = document.getElementsByName('size') as unknown as HTMLInputElement[];
    const acts = [
      () => this.#set('name', `value ${this.#number()}`),
      () => this.#set('name', ''),
      () => this.#set('notes', `notes ${this.#number()}`),
      () => this.#set('notes', ''),
      () => this.#set('pick', ['one', '2', 'three'][this.#pick(3)]!),
      () => ((this.#by('agree') as HTMLInputElement).checked = this.#pick(2) === 0),
      () => ((this.#pick(2) === 0 ? small! : large!).checked = true),
    ];
    acts[this.#pick(acts.length)]!();
  }

  #set(id: string, value: string): void {
    (this.#by(id) as HTMLInputElement).value = value;
  }

  #rules(sheet: CSSStyleSheet): void {
    const { length } = sheet.cssRules;
    const act = this.#pick(5);
    const rule = `.c${this.#number()} { color: ${colours[this.#pick(4)]} }`;
    if (act === 0 && length > 0) sheet.deleteRule(this.#pick(length));
    else if (act === 1) sheet.insertRule(rule);
    else if (act === 2) sheet.insertRule(`@media all { ${rule} }`, length);
    else if (act === 3) this.#changeRule(sheet);
    else sheet.insertRule(rule, this.#pick(length + 1));
  }

  #changeRule(sheet: CSSStyleSheet): void {
    const rule = sheet.cssRules[this.#pick(Math.max(1, sheet.cssRules.length))];
    if (rule instanceof CSSMediaRule) rule.insertRule(`.n${this.#number()} { top: 1px }`, 0);
    else (rule as CSSStyleRule | undefined)?.style.setProperty('left', `${this.#pick(9)}px`);
  }

  #adopt(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`b { width: ${this.#pick(99)}px }`);
    document.adoptedStyleSheets = this.#pick(2) === 0 ? [this.#sheet] : [this.#sheet, sheet];
  }

  #shade(): void {
    const shadow = this.#by('host').shadowRoot!;
    if (shadow.childNodes.length > 4) shadow.firstChild!.remove();
    else
      shadow.append(
        Object.assign(document.createElement('p'), { textContent: `p ${this.#number()}` }),
      );
  }

  #frame(): void {
    const inside = (this.#by('frame') as HTMLIFrameElement).contentDocument!;
    const line = inside.createElement('p');
    line.textContent = `framed ${this.#number()}`;
    inside.body?.append(line);
    const field = inside.querySelector('input');
    if (field && this.#pick(2) === 0) field.value = `inner ${this.#number()}`;
  }

  #list = () => this.#by('list');
  #row = (): Element | undefined => {
    const { children } = this.#list();
    return children[this.#pick(children.length)];
  };
  #by = (id: string): HTMLElement => document.getElementById(id)!;
  #pick = (count: number): number => Math.floor(this.#next() * count);
  #number = (): number => (this.#count += 1);
}
