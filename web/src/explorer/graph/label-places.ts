/** A name that wants a place in the picture. */
export interface LabelWish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  readonly isImportant: boolean;
}

/** A name with its place: where its text begins and its middle height. */
export interface PlacedLabel {
  readonly wish: LabelWish;
  readonly x: number;
  readonly y: number;
}

/** A rectangle of the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const cellSize = 64;
/** Nodes above this size are never covered by a name, however important. */
const hardRadius = 6;

/**
 * Finds places for names, first come, first served: right of the node, else below, left or above. No name covers
 * another; only those of importance may cover a part of a node.
 */
export class LabelPlaces {
  private readonly names = new Map<string, Box[]>();
  private readonly nodes = new Map<string, Box[]>();

  /** Names stay within the bounds where they can. */
  constructor(private readonly bounds: Box) {}

  /** Keeps a rectangle free of all names. */
  take(box: Box): void {
    add(this.names, box);
  }

  /** Keeps a node's own area free of names, but for important ones. */
  block(x: number, y: number, radius: number): void {
    add(radius > hardRadius ? this.names : this.nodes, {
      left: x - radius,
      top: y - radius,
      right: x + radius,
      bottom: y + radius,
    });
  }

  /** Gives a name the first free place around its node, or null. */
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
