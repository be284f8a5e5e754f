import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { prefersStillness } from '../words/motion.js';
import { emphasis } from './emphasis.js';
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
    events: PictureEvents,
  ) {
    this.hulls = communityHulls(graph);
    this.byDegree = orderedByDegree(graph);
    this.lit = emphasis(graph, look, null);
    this.sigma = new Sigma(graph, container, this.settings());
    this.addLayer('communities', 'edges');
    this.addLayer('names', 'mouse');
    for (const canvas of Object.values(this.sigma.getCanvases())) canvas.setAttribute('aria-hidden', 'true');
    this.listen(events);
    this.sigma.resize(true);
    this.sigma.refresh();
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
    void this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
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
    this.moveTo(points.length === 0 ? { x: 0.5, y: 0.5, ratio: 1 } : cameraAround(points));
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

  private moveTo(state: { x?: number; y?: number; ratio?: number }): void {
    void this.sigma.getCamera().animate(state, { duration: prefersStillness() ? 0 : 350 });
  }

  private fitContainer(): void {
    if (this.container.offsetWidth === 0 || this.container.offsetHeight === 0) return;
    this.sigma.resize();
    this.sigma.refresh();
  }

  private listen({ onNode, onGround }: PictureEvents): void {
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
      minEdgeThickness: 0.8,
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
    return { ...data, label: null, hidden: isOut, color: isLit ? palette.kinds[data.kind] : palette.faded, zIndex: isLit ? 1 : 0 };
  }

  private drawLink(id: string, { status }: LinkAttributes): Partial<EdgeDisplayData> {
    const { palette } = this.look;
    const doubts = status === 'REFUTED' ? palette.refuted : status === 'DOUBTFUL' ? palette.doubtful : null;
    if (this.lit === null) return { color: doubts ?? palette.link, size: 1, type: 'line' };
    if (!this.lit.links.has(id)) return { color: palette.fadedLink, size: 0.8, type: 'line', zIndex: 0 };
    return { color: doubts ?? palette.litLink, size: 2, type: 'arrow', zIndex: 1 };
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
    drawNames(context, { sigma, graph, look, lit, hovered, byDegree });
  }
}

function orderedByDegree(graph: PictureGraph): readonly string[] {
  return graph.nodes().sort((one, other) => graph.getNodeAttribute(other, 'degree') - graph.getNodeAttribute(one, 'degree'));
}

function cameraAround(points: readonly { x: number; y: number }[]): { x: number; y: number; ratio: number } {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const ratio = Math.min(1.2, Math.max(0.25, 1.5 * Math.max(right - left, high - low)));
  return { x: (left + right) / 2, y: (low + high) / 2, ratio };
}
