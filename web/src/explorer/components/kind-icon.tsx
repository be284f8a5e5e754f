import type { JSX } from 'preact';
import { kindColor, palette } from '../graph/palette.js';
import { shapeOf, toSvgPoints } from '../graph/shapes.js';
import { kindName, type Kind } from '../i18n/kinds.js';

/** The icon of an entity type: its shape in its color. */
export function KindIcon({
  kind,
  hasTitle = false,
}: {
  readonly kind: Kind;
  readonly hasTitle?: boolean;
}): JSX.Element {
  return (
    <svg
      class="kind-icon"
      viewBox="-10 -10 20 20"
      width="14"
      height="14"
      role={hasTitle ? 'img' : undefined}
      aria-label={hasTitle ? kindName(kind) : undefined}
      aria-hidden={hasTitle ? undefined : 'true'}
    >
      <polygon points={toSvgPoints(shapeOf(kind), 7)} fill={kindColor(palette.value, kind)} />
    </svg>
  );
}
