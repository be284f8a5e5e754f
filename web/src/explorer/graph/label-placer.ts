/** A label to place. `x`, `y` and `radius` describe its node; all lengths are in pixels. */
export interface LabelRequest {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  readonly isImportant: boolean;
  /** Whether the label is placed even if no position is free. */
  readonly isRequired: boolean;
}

/** The left end of a text and its vertical center. */
interface Position {
  readonly x: number;
  readonly y: number;
}

/** A placed label. */
export interface PlacedLabel<Request extends LabelRequest> extends Position {
  readonly request: Request;
}

/** A rectangle in screen coordinates. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const cellSize = 64;
/** The free space left and right of a label. */
const boxMargin = 2;
/** Larger nodes are never covered by a label, even an important one. */
const maxCoverableRadius = 6;

/**
 * Places labels greedily, in the order of the calls: right of the node, else below, left or above. Labels never overlap
 * each other. Only important labels may overlap small nodes. Required labels that fit nowhere overlap as little as possible.
 */
export class LabelPlacer {
  private readonly labelBoxes = new Map<string, Box[]>();
  private readonly nodeBoxes = new Map<string, Box[]>();

  /** Labels must lie between the left and right bounds. */
  constructor(private readonly bounds: Box) {}

  /** Reserves a rectangle that no label may overlap. */
  reserve(box: Box): void {
    addBox(this.labelBoxes, box);
  }

  /** Reserves the area of a node. Important labels may still overlap a small node. */
  reserveNode(x: number, y: number, radius: number): void {
    addBox(radius > maxCoverableRadius ? this.labelBoxes : this.nodeBoxes, {
      left: x - radius,
      top: y - radius,
      right: x + radius,
      bottom: y + radius,
    });
  }

  /** Places a label at the first free position around its node; null if there is none, unless it is required. */
  place<Request extends LabelRequest>(request: Request): PlacedLabel<Request> | null {
    const positions = positionsAround(request);
    const position =
      this.findFree(positions, request) ?? (request.isRequired ? this.findClearest(positions, request) : undefined);
    if (position === undefined) return null;
    this.reserve(boxAt(position, request));
    return { request, ...position };
  }

  private findFree(positions: readonly Position[], request: LabelRequest): Position | undefined {
    const freePositions = positions.filter((position) => {
      const box = boxAt(position, request);
      return box.left >= this.bounds.left && box.right <= this.bounds.right && isFree(this.labelBoxes, box);
    });
    return (
      freePositions.find((position) => isFree(this.nodeBoxes, boxAt(position, request))) ??
      (request.isImportant ? freePositions[0] : undefined)
    );
  }

  /** Moves the positions into the bounds, and returns the first with the smallest overlap. */
  private findClearest(positions: readonly Position[], request: LabelRequest): Position | undefined {
    const { left, top, right, bottom } = this.bounds;
    const { width, height } = request;
    const overlapAt = (position: Position): number => {
      const box = boxAt(position, request);
      return overlapArea(this.labelBoxes, box) + overlapArea(this.nodeBoxes, box);
    };
    return positions
      .map(({ x, y }) => ({
        x: clamp(x, left + boxMargin, right - width - boxMargin),
        y: clamp(y, top + height / 2, bottom - height / 2),
      }))
      .toSorted((a, b) => overlapAt(a) - overlapAt(b))[0];
  }
}

function boxAt({ x, y }: Position, { width, height }: LabelRequest): Box {
  return { left: x - boxMargin, right: x + width + boxMargin, top: y - height / 2, bottom: y + height / 2 };
}

function isFree(boxes: ReadonlyMap<string, readonly Box[]>, box: Box): boolean {
  return cellsOf(box).every((cell) => (boxes.get(cell) ?? []).every((b) => !isOverlapping(box, b)));
}

function overlapArea(boxes: ReadonlyMap<string, readonly Box[]>, box: Box): number {
  const overlappingBoxes = new Set(
    cellsOf(box)
      .flatMap((cell) => boxes.get(cell) ?? [])
      .filter((b) => isOverlapping(box, b)),
  );
  return [...overlappingBoxes].reduce((sum, b) => {
    const width = Math.min(box.right, b.right) - Math.max(box.left, b.left);
    return sum + width * (Math.min(box.bottom, b.bottom) - Math.max(box.top, b.top));
  }, 0);
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}

function isOverlapping(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function addBox(boxes: Map<string, Box[]>, box: Box): void {
  for (const cell of cellsOf(box)) {
    const cellBoxes = boxes.get(cell);
    if (cellBoxes) cellBoxes.push(box);
    else boxes.set(cell, [box]);
  }
}

function positionsAround({ x, y, radius, width, height }: LabelRequest): readonly Position[] {
  const gap = radius + 4;
  return [
    { x: x + gap, y },
    { x: x - width / 2, y: y + radius + height / 2 + 1 },
    { x: x - gap - width, y },
    { x: x - width / 2, y: y - radius - height / 2 - 1 },
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
