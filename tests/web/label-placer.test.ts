import { describe, expect, it } from 'vitest';
import { LabelPlacer, type LabelRequest } from '../../web/src/explorer/graph/label-placer.js';

const request: LabelRequest = {
  text: 'Node',
  x: 100,
  y: 100,
  radius: 5,
  width: 40,
  height: 16,
  isImportant: true,
  isRequired: false,
};
const bounds = { left: 0, top: 0, right: 200, bottom: 200 };

describe('LabelPlacer', () => {
  it('places a label right of its node, else at another free position', () => {
    const placer = new LabelPlacer(bounds);
    expect(placer.place(request)).toEqual({ request, x: 109, y: 100 });
    expect(placer.place(request)).toEqual({ request, x: 51, y: 100 });
    expect(placer.place(request)).toBeNull();
  });

  it('leaves out a label that fits nowhere, unless it is required', () => {
    const placer = new LabelPlacer(bounds);
    placer.reserve({ left: 40, top: 40, right: 160, bottom: 160 });
    expect(placer.place(request)).toBeNull();
    expect(placer.place({ ...request, isRequired: true })).not.toBeNull();
  });

  it('places a required label where it overlaps the least', () => {
    const placer = new LabelPlacer(bounds);
    placer.reserve({ left: 100, top: 40, right: 160, bottom: 160 });
    placer.reserve({ left: 58, top: 97, right: 62, bottom: 103 });
    expect(placer.place({ ...request, isRequired: true })).toMatchObject({ x: 51, y: 100 });
  });

  it('moves a required label into the bounds', () => {
    const placer = new LabelPlacer({ ...bounds, right: 110 });
    placer.reserveNode(request.x, request.y, request.radius);
    const wideRequest = { ...request, width: 100, isRequired: true };
    expect(placer.place(wideRequest)).toMatchObject({ x: 8, y: 114 });
    expect(placer.place({ ...wideRequest, isRequired: false })).toBeNull();
  });
});
