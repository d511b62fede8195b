/** The corner of the page in which the sign stands. A person drags it to another, or asks for the next. */
const corners = ['right bottom', 'right top', 'left top', 'left bottom'] as const;
type CornerName = (typeof corners)[number];

const key = 'tasktape.corner';
const dragFromPx = 6;

export class Corner {
  readonly #place: (css: string) => void;
  #name: CornerName = remembered();

  constructor(place: (css: string) => void, handle: HTMLElement, pressed: () => void) {
    this.#place = place;
    this.#show();
    let from: PointerEvent | undefined;
    let dragged = false;
    handle.addEventListener('pointerdown', (event) => {
      from = event;
      dragged = false;
      handle.setPointerCapture(event.pointerId);
    });
    handle.addEventListener('pointermove', (event) => {
      const far = from && Math.hypot(event.x - from.x, event.y - from.y) > dragFromPx;
      if (far || dragged) this.#follow(event);
      dragged ||= far === true;
    });
    handle.addEventListener('pointerup', (event) => {
      from = undefined;
      if (dragged) this.#drop(event);
    });
    handle.addEventListener('click', () => {
      if (!dragged) pressed();
      dragged = false;
    });
  }

  next(): void {
    this.#move(corners[(corners.indexOf(this.#name) + 1) % corners.length] ?? corners[0]);
  }

  #follow({ x, y }: PointerEvent): void {
    const left = Math.max(0, Math.min(innerWidth - 120, x - 40));
    const top = Math.max(0, Math.min(innerHeight - 40, y - 16));
    this.#place(`:host { left: ${left}px !important; top: ${top}px !important; }`);
  }

  #drop({ x, y }: PointerEvent): void {
    const across = x < innerWidth / 2 ? 'left' : 'right';
    this.#move(`${across} ${y < innerHeight / 2 ? 'top' : 'bottom'}`);
  }

  #move(name: CornerName): void {
    this.#name = name;
    this.#show();
    try {
      localStorage.setItem(key, name);
    } catch {
      // Then it starts in the first corner again next time.
    }
  }

  #show(): void {
    const [across = 'right', down = 'bottom'] = this.#name.split(' ');
    const away = down === 'bottom' ? 'bottom' : 'top';
    this.#place(
      `:host { ${across}: 16px !important; ${down}: 16px !important; }
       .card { ${across}: 0; ${away}: calc(100% + 8px); }`,
    );
  }
}

function remembered(): CornerName {
  try {
    const name = localStorage.getItem(key);
    return corners.find((corner) => corner === name) ?? corners[0];
  } catch {
    return corners[0];
  }
}
