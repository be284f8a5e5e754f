/** A name that wants a place in the picture. */
export interface LabelWish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

/** A name with its place: where its text begins and its middle height. */
export interface PlacedLabel {
  readonly wish: LabelWish;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const cellSize = 64;

/**
 * Finds places for names, first come, first served: right of the node, else below, left or above; a name that would
 * cover another, or the middle of a large node, gets none.
 */
export class LabelPlaces {
  private readonly cells = new Map<string, Box[]>();

  /** Keeps a node's own area free of names. */
  block(x: number, y: number, radius: number): void {
    this.take({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }

  /** Gives a name the first free place around its node, or null. */
  place(wish: LabelWish): PlacedLabel | null {
    for (const [x, y] of around(wish)) {
      const box = { left: x - 2, right: x + wish.width + 2, top: y - wish.height / 2, bottom: y + wish.height / 2 };
      if (this.isFree(box)) {
        this.take(box);
        return { wish, x, y };
      }
    }
    return null;
  }

  private isFree(box: Box): boolean {
    return cellsOf(box).every((cell) =>
      (this.cells.get(cell) ?? []).every(
        (other) => other.right <= box.left || other.left >= box.right || other.bottom <= box.top || other.top >= box.bottom,
      ),
    );
  }

  private take(box: Box): void {
    for (const cell of cellsOf(box)) this.cells.set(cell, [...(this.cells.get(cell) ?? []), box]);
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
    for (let row = Math.floor(top / cellSize); row <= Math.floor(bottom / cellSize); row += 1) cells.push(`${column},${row}`);
  }
  return cells;
}
