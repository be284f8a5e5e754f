import type { JSX } from 'preact';
import { kindColor, palette } from '../graph/palette.js';
import { shapeOf, svgPoints } from '../graph/shapes.js';
import { kindName, type Kind } from '../words/kinds.js';

/** The icon of an entity type: its shape in its color. */
export function KindIcon({ kind, titled = false }: { readonly kind: Kind; readonly titled?: boolean }): JSX.Element {
  return (
    <svg
      class="kind-icon"
      viewBox="-10 -10 20 20"
      width="14"
      height="14"
      role={titled ? 'img' : undefined}
      aria-label={titled ? kindName(kind) : undefined}
      aria-hidden={titled ? undefined : 'true'}
    >
      <polygon points={svgPoints(shapeOf(kind), 7)} fill={kindColor(palette.value, kind)} />
    </svg>
  );
}
