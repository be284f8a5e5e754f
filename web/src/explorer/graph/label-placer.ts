/** A label to place. `x`, `y` and `radius` describe its node; all lengths are in pixels. */
export interface LabelRequest {
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
  readonly request: LabelRequest;
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
const maxCoverableRadius = 6;

/**
 * Places labels greedily, in the order of the calls: right of the node, else below, left or above. Labels never overlap
 * each other. Only important labels may overlap small nodes.
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

  /** Places a label at the first free position around its node; null if there is none. */
  place(request: LabelRequest): PlacedLabel | null {
    const candidates = candidatePositions(request).map(([x, y]) => ({ x, y, box: boxAt(x, y, request) }));
    const candidatesInBounds = candidates.filter(
      ({ box }) => box.left >= this.bounds.left && box.right <= this.bounds.right,
    );
    const freeCandidates = candidatesInBounds.filter(({ box }) => isFree(this.labelBoxes, box));
    const bestCandidate =
      freeCandidates.find(({ box }) => isFree(this.nodeBoxes, box)) ??
      (request.isImportant ? freeCandidates[0] : undefined);
    if (bestCandidate === undefined) return null;
    this.reserve(bestCandidate.box);
    return { request, x: bestCandidate.x, y: bestCandidate.y };
  }
}

function boxAt(x: number, y: number, { width, height }: LabelRequest): Box {
  return { left: x - 2, right: x + width + 2, top: y - height / 2, bottom: y + height / 2 };
}

function isFree(boxes: ReadonlyMap<string, readonly Box[]>, box: Box): boolean {
  return cellsOf(box).every((cell) => (boxes.get(cell) ?? []).every((b) => !isOverlapping(box, b)));
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

function candidatePositions({
  x,
  y,
  radius,
  width,
  height,
}: LabelRequest): readonly (readonly [x: number, y: number])[] {
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
