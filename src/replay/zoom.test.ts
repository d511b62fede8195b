import { describe, expect, it } from 'vitest';
import { largest, Zoom } from './zoom.svelte.ts';

function zoomOf(page = { width: 1600, height: 800 }, room = { width: 800, height: 600 }): Zoom {
  const zoom = new Zoom();
  zoom.setPage(page);
  zoom.setRoom(room);
  return zoom;
}

describe('the zoom of the stage', () => {
  it('shows all of the page and enlarges none', () => {
    expect(zoomOf().size).toEqual({ width: 800, height: 400 });
    expect(zoomOf({ width: 300, height: 200 }).scale).toBe(1);
  });

  it('draws nothing smaller while it does not know the page', () => {
    const zoom = new Zoom();
    zoom.setRoom({ width: 10, height: 10 });
    expect([zoom.scale, zoom.size]).toEqual([1, undefined]);
  });

  it('follows its room while it fits, and keeps a level whatever comes', () => {
    const zoom = zoomOf();
    zoom.setRoom({ width: 400, height: 600 });
    expect(zoom.scale).toBe(0.25);
    zoom.to(2);
    zoom.setRoom({ width: 100, height: 100 });
    zoom.setPage({ width: 10, height: 10 });
    expect([zoom.scale, zoom.fits]).toEqual([2, false]);
    zoom.fit();
    expect(zoom.scale).toBe(1);
  });

  it('steps up and back through the same levels, and no further than its ends', () => {
    const zoom = zoomOf();
    zoom.to(1);
    const up = [1, 2, 3].map(() => (zoom.step(1), zoom.scale));
    const down = [1, 2, 3].map(() => (zoom.step(-1), zoom.scale));
    expect([up, down]).toEqual([
      [1.25, 1.5, 2],
      [1.5, 1.25, 1],
    ]);
    for (let step = 0; step < 20; step += 1) zoom.step(1);
    expect(zoom.scale).toBe(largest);
  });

  it('steps on from where it fits', () => {
    const zoom = zoomOf();
    zoom.step(1);
    expect([zoom.scale, zoom.fits]).toEqual([0.67, false]);
  });
});
