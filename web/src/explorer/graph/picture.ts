import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { prefersStillness } from '../words/motion.js';
import { emphasis } from './emphasis.js';
import type { Box } from './label-places.js';
import { communityHulls } from './hulls.js';
import type { Lit, Look } from './look.js';
import { drawNames } from './names-layer.js';
import type { LinkAttributes, NodeAttributes, PictureGraph } from './picture-graph.js';
import { ShapeProgram } from './shape-program.js';

type Renderer = Sigma<NodeAttributes, LinkAttributes>;

/** What the picture tells its owner. */
export interface PictureEvents {
  /** An entity was clicked. */
  onNode(id: string): void;
  /** What lies over the picture and would hide names. */
  covers(): Iterable<Element>;
  /** The ground was clicked. */
  onGround(): void;
}

/** The drawing of a graph on a page: sigma for nodes and links, layers of our own for names and communities. */
export class Picture {
  private readonly sigma: Renderer;
  private readonly observer: ResizeObserver;
  private hovered: string | null = null;
  private lit: Lit | null = null;
  private hulls: ReturnType<typeof communityHulls>;
  private byDegree: readonly string[];

  constructor(
    private readonly container: HTMLElement,
    private graph: PictureGraph,
    private look: Look,
    private readonly events: PictureEvents,
  ) {
    this.hulls = communityHulls(graph);
    this.byDegree = orderedByDegree(graph);
    this.lit = emphasis(graph, look, null);
    this.sigma = new Sigma(graph, container, this.settings());
    this.addLayer('communities', 'edges');
    this.addLayer('names', 'mouse');
    for (const canvas of Object.values(this.sigma.getCanvases())) canvas.setAttribute('aria-hidden', 'true');
    this.listen();
    this.sigma.resize(true);
    this.sigma.getCamera().setState(this.wholeView());
    this.observer = new ResizeObserver(() => this.fitContainer());
    this.observer.observe(container);
  }

  /** Draws another graph in the same place. */
  setGraph(graph: PictureGraph): void {
    this.graph = graph;
    this.hovered = null;
    this.hulls = communityHulls(graph);
    this.byDegree = orderedByDegree(graph);
    this.lit = emphasis(graph, this.look, null);
    this.sigma.setGraph(graph);
    this.sigma.getCamera().setState(this.wholeView());
  }

  /** Draws the same graph in another look. */
  setLook(look: Look): void {
    this.look = look;
    this.lit = emphasis(this.graph, look, this.hovered);
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Moves the view so that these entities fill it; all of them when none is named. */
  show(ids: readonly string[]): void {
    const points = ids.flatMap((id) => (this.graph.hasNode(id) ? (this.sigma.getNodeDisplayData(id) ?? []) : []));
    this.moveTo(points.length === 0 ? this.wholeView() : cameraAround(points));
  }

  /** Zooms by a factor: above 1 comes nearer. */
  zoom(factor: number): void {
    this.moveTo({ ratio: this.sigma.getCamera().ratio / factor });
  }

  /** Moves the view by parts of its width and height. */
  pan(right: number, down: number): void {
    const { x, y, ratio } = this.sigma.getCamera();
    this.moveTo({ x: x + right * ratio, y: y - down * ratio });
  }

  /** The layers, from the lowest, freshly drawn: to be copied at once, before the browser clears them. */
  layers(): readonly HTMLCanvasElement[] {
    this.sigma.refresh({ schedule: false });
    const canvases = this.sigma.getCanvases();
    return ['communities', 'edges', 'nodes', 'names'].flatMap((name) => canvases[name] ?? []);
  }

  /** Where an entity is on the screen, or null where it is not drawn: for those who test the page. */
  screenPosition(id: string): { x: number; y: number } | null {
    const data = this.graph.hasNode(id) ? this.sigma.getNodeDisplayData(id) : undefined;
    return data === undefined || data.hidden ? null : this.sigma.framedGraphToViewport(data);
  }

  /** Takes the drawing off the page. */
  remove(): void {
    this.observer.disconnect();
    this.sigma.kill();
  }

  private addLayer(name: string, above: string): void {
    this.sigma.createCanvasContext(name);
    const { [name]: layer, [above]: next } = this.sigma.getCanvases();
    if (layer && next) next.before(layer);
  }

  /** All of the graph, a little to the right on wide pages, where the legend lies at the left. */
  private wholeView(): { x: number; y: number; ratio: number } {
    const { offsetWidth, offsetHeight } = this.container;
    const spare = Math.max(0, offsetWidth - offsetHeight);
    const shift = Math.min(80, spare / 3) / Math.max(1, Math.min(offsetWidth, offsetHeight));
    return { x: 0.5 - shift, y: 0.5, ratio: this.graph.order < 80 ? 1.12 : 0.92 };
  }

  private moveTo(state: { x?: number; y?: number; ratio?: number }): void {
    void this.sigma.getCamera().animate(state, { duration: prefersStillness() ? 0 : 350 });
  }

  private fitContainer(): void {
    if (this.container.offsetWidth === 0 || this.container.offsetHeight === 0) return;
    this.sigma.resize();
    this.sigma.refresh();
  }

  private listen(): void {
    const { onNode, onGround } = this.events;
    const hover = (id: string | null) => (): void => {
      this.hovered = id;
      this.container.style.cursor = id === null ? 'grab' : 'pointer';
      this.setLook(this.look);
    };
    this.sigma.on('enterNode', ({ node }) => hover(node)());
    this.sigma.on('leaveNode', hover(null));
    this.sigma.on('clickNode', ({ node }) => onNode(node));
    this.sigma.on('clickStage', onGround);
    this.sigma.on('beforeRender', () => this.drawCommunities());
    this.sigma.on('afterRender', () => this.drawNames());
  }

  private settings(): Partial<Settings<NodeAttributes, LinkAttributes>> {
    return {
      allowInvalidContainer: true,
      renderLabels: false,
      defaultNodeType: 'shape',
      nodeProgramClasses: { shape: ShapeProgram },
      nodeHoverProgramClasses: { shape: ShapeProgram },
      defaultDrawNodeHover: () => undefined,
      stagePadding: 48,
      zIndex: true,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      minEdgeThickness: 1,
      hideEdgesOnMove: this.graph.size > 20_000,
      zoomDuration: prefersStillness() ? 0 : 250,
      inertiaDuration: prefersStillness() ? 0 : 200,
      nodeReducer: (id, data) => this.drawNode(id, data),
      edgeReducer: (id, data) => this.drawLink(id, data),
    };
  }

  private drawNode(id: string, data: NodeAttributes): Partial<NodeDisplayData> {
    const { palette, hidden, off, pinned } = this.look;
    const isLit = this.lit === null || this.lit.nodes.has(id) || pinned.has(id);
    const isOut = hidden.has(id) || (off.has(data.kind) && !pinned.has(id));
    return {
      ...data,
      size: data.size * this.scale(),
      label: null,
      hidden: isOut,
      color: isLit ? palette.kinds[data.kind] : palette.faded,
      zIndex: isLit ? 1 : 0,
    };
  }

  /** Small windows and phones get smaller nodes, or they would cover each other. */
  private scale(): number {
    const { offsetWidth, offsetHeight } = this.container;
    return (
      Math.max(0.5, Math.min(1.15, Math.min(offsetWidth, offsetHeight) / 680)) * (this.graph.order < 80 ? 1.15 : 1)
    );
  }

  private drawLink(id: string, { status }: LinkAttributes): Partial<EdgeDisplayData> {
    const { palette } = this.look;
    if (this.lit === null)
      return {
        color: colourOf(status, palette.calmRefuted, palette.calmDoubtful, palette.link),
        size: 1,
        type: 'line',
      };
    if (!this.lit.links.has(id)) return { color: palette.fadedLink, size: 0.8, type: 'line', zIndex: 0 };
    return {
      color: colourOf(status, palette.refuted, palette.doubtful, palette.litLink),
      size: 2,
      type: 'arrow',
      zIndex: 1,
    };
  }

  private drawCommunities(): void {
    const context = this.sigma.getCanvases()['communities']?.getContext('2d');
    if (!context) return;
    const { width, height } = this.sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    context.fillStyle = this.look.palette.hull;
    context.strokeStyle = this.look.palette.hull;
    context.lineJoin = 'round';
    context.lineWidth = 28;
    for (const hull of this.hulls) {
      context.beginPath();
      for (const [x, y] of hull) {
        const point = this.sigma.graphToViewport({ x, y });
        context.lineTo(point.x, point.y);
      }
      context.closePath();
      context.fill();
    }
  }

  private drawNames(): void {
    const context = this.sigma.getCanvases()['names']?.getContext('2d');
    if (!context) return;
    const { sigma, graph, look, lit, hovered, byDegree } = this;
    drawNames(context, { sigma, graph, look, lit, hovered, byDegree, covered: this.covered() });
  }

  private covered(): Box[] {
    const { left, top } = this.container.getBoundingClientRect();
    return [...this.events.covers()].map((element) => {
      const box = element.getBoundingClientRect();
      return { left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top };
    });
  }
}

function colourOf(status: LinkAttributes['status'], refuted: string, doubtful: string, other: string): string {
  if (status === 'REFUTED') return refuted;
  return status === 'DOUBTFUL' ? doubtful : other;
}

function orderedByDegree(graph: PictureGraph): readonly string[] {
  return graph
    .nodes()
    .sort((one, other) => graph.getNodeAttribute(other, 'degree') - graph.getNodeAttribute(one, 'degree'));
}

function cameraAround(points: readonly { x: number; y: number }[]): { x: number; y: number; ratio: number } {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const ratio = Math.min(1.2, Math.max(0.25, 1.5 * Math.max(right - left, high - low)));
  return { x: (left + right) / 2, y: (low + high) / 2, ratio };
}
