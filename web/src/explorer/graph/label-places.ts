/** A label to place. `x`, `y` and `radius` describe its node; all lengths are in pixels. */
export interface LabelWish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  readonly isImportant: boolean;
}

/** A placed label: the left end of its text and the vertical center. */
export interface PlacedLabel {
  readonly wish: LabelWish;
  readonly x: number;
  readonly y: number;
}

/** A rectangle in screen coordinates. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const cellSize = 64;
/** Larger nodes are never covered by a label, even an important one. */
const hardRadius = 6;

/**
 * Places labels greedily, in the order of the calls: right of the node, else below, left or above. Labels never overlap
 * each other. Only important labels may overlap small nodes.
 */
export class LabelPlaces {
  private readonly names = new Map<string, Box[]>();
  private readonly nodes = new Map<string, Box[]>();

  /** Labels must lie between the left and right bounds. */
  constructor(private readonly bounds: Box) {}

  /** Reserves a rectangle that no label may overlap. */
  take(box: Box): void {
    add(this.names, box);
  }

  /** Reserves the area of a node. Important labels may still overlap a small node. */
  block(x: number, y: number, radius: number): void {
    add(radius > hardRadius ? this.names : this.nodes, {
      left: x - radius,
      top: y - radius,
      right: x + radius,
      bottom: y + radius,
    });
  }

  /** Places a label at the first free position around its node; null if there is none. */
  place(wish: LabelWish): PlacedLabel | null {
    const spots = around(wish).map(([x, y]) => ({ x, y, box: boxAt(x, y, wish) }));
    const inside = spots.filter(({ box }) => box.left >= this.bounds.left && box.right <= this.bounds.right);
    const free = inside.filter(({ box }) => isFree(this.names, box));
    const best = free.find(({ box }) => isFree(this.nodes, box)) ?? (wish.isImportant ? free[0] : undefined);
    if (best === undefined) return null;
    this.take(best.box);
    return { wish, x: best.x, y: best.y };
  }
}

function boxAt(x: number, y: number, { width, height }: LabelWish): Box {
  return { left: x - 2, right: x + width + 2, top: y - height / 2, bottom: y + height / 2 };
}

function isFree(boxes: ReadonlyMap<string, readonly Box[]>, box: Box): boolean {
  return cellsOf(box).every((cell) => (boxes.get(cell) ?? []).every((other) => !overlap(box, other)));
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function add(boxes: Map<string, Box[]>, box: Box): void {
  for (const cell of cellsOf(box)) {
    const there = boxes.get(cell);
    if (there) there.push(box);
    else boxes.set(cell, [box]);
  }
}

function around({ x, y, radius, width, height }: LabelWish): readonly (readonly [x: number, y: number])[] {
  const gap = radius + 4;
  return [
    [x + gap, y],
    [x - width / 2, y + radius + height / 2 + 1],
    [x - gap - width, y],
    [x - width / 2, y - radius - height / 2 - 1],
  ];
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const cells: string[] = [];
  for (let column = Math.floor(left / cellSize); column <= Math.floor(right / cellSize); column += 1) {
    for (let row = Math.floor(top / cellSize); row <= Math.floor(bottom / cellSize); row += 1)
      cells.push(`${column},${row}`);
  }
  return cells;
}
