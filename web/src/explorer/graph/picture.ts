import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import { prefersStillness } from '../words/motion.js';
import { isFew, manyEntities, nodeScale, viewOf, wholeView } from './camera.js';
import { drawCommunities, type Hulls } from './communities-layer.js';
import { emphasis } from './emphasis.js';
import type { Box } from './label-places.js';
import { communityHulls } from './hulls.js';
import type { Lit, Look } from './look.js';
import { drawNames } from './names-layer.js';
import type { LinkAttributes, NodeAttributes, PictureGraph } from './picture-graph.js';
import { linkLook, nodeLook } from './reducers.js';
import { ShapeProgram } from './shape-program.js';

type Renderer = Sigma<NodeAttributes, LinkAttributes>;

/** Callbacks of a picture. */
export interface PictureEvents {
  /** An entity was clicked. */
  onNode(id: string): void;
  /** The elements that cover parts of the canvas; labels avoid them. */
  covers(): Iterable<Element>;
  /** The background was clicked. */
  onGround(): void;
}

/** Renders a graph into a container: nodes and links by sigma, labels and communities on extra canvas layers. */
export class Picture {
  private readonly sigma: Renderer;
  private readonly observer: ResizeObserver;
  private hovered: string | null = null;
  private lit: Lit | null = null;
  private hulls: Hulls;
  private byDegree: readonly string[];
  private scale: number;

  constructor(
    private readonly container: HTMLElement,
    private graph: PictureGraph,
    private look: Look,
    private readonly events: PictureEvents,
  ) {
    this.hulls = communityHulls(graph);
    this.byDegree = orderedByDegree(graph);
    this.lit = emphasis(graph, look, null);
    this.scale = nodeScale(container, graph.order);
    this.sigma = new Sigma(graph, container, this.settings());
    this.addLayer('communities', 'edges');
    this.addLayer('names', 'mouse');
    for (const canvas of Object.values(this.sigma.getCanvases())) canvas.setAttribute('aria-hidden', 'true');
    this.listen();
    this.sigma.resize(true);
    this.sigma.getCamera().setState(wholeView(this.container, this.graph.order));
    this.observer = new ResizeObserver(() => this.fitContainer());
    this.observer.observe(container);
  }

  /** Replaces the graph and resets the camera. */
  setGraph(graph: PictureGraph): void {
    this.graph = graph;
    this.hovered = null;
    this.hulls = communityHulls(graph);
    this.byDegree = orderedByDegree(graph);
    this.lit = emphasis(graph, this.look, null);
    this.scale = nodeScale(this.container, graph.order);
    this.sigma.setGraph(graph);
    this.sigma.getCamera().setState(wholeView(this.container, this.graph.order));
  }

  /** Redraws the graph with another appearance. */
  setLook(look: Look): void {
    this.look = look;
    this.lit = emphasis(this.graph, look, this.hovered);
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Moves the camera to fit these entities; the whole graph if the list is empty. */
  show(ids: readonly string[]): void {
    const points = ids.flatMap((id) => (this.graph.hasNode(id) ? (this.sigma.getNodeDisplayData(id) ?? []) : []));
    this.moveTo(points.length === 0 ? wholeView(this.container, this.graph.order) : viewOf(points));
  }

  /** Zooms by a factor; above 1 zooms in. */
  zoom(factor: number): void {
    this.moveTo({ ratio: this.sigma.getCamera().ratio / factor });
  }

  /** Moves the camera by fractions of the view's width and height. */
  pan(right: number, down: number): void {
    const { x, y, ratio } = this.sigma.getCamera();
    this.moveTo({ x: x + right * ratio, y: y - down * ratio });
  }

  /** Redraws and returns the canvas layers, bottom first. Copy them at once: the browser clears them afterwards. */
  layers(): readonly HTMLCanvasElement[] {
    this.sigma.refresh({ schedule: false });
    const canvases = this.sigma.getCanvases();
    return ['communities', 'edges', 'nodes', 'names'].flatMap((name) => canvases[name] ?? []);
  }

  /** Removes the renderer and its observer from the page. */
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
    this.scale = nodeScale(this.container, this.graph.order);
    this.sigma.resize();
    this.sigma.refresh();
  }

  private listen(): void {
    this.sigma.on('enterNode', ({ node }) => this.hover(node));
    this.sigma.on('leaveNode', () => this.hover(null));
    this.sigma.on('clickNode', ({ node }) => this.events.onNode(node));
    this.sigma.on('clickStage', () => this.events.onGround());
    this.sigma.on('beforeRender', () => this.drawCommunities());
    this.sigma.on('afterRender', () => this.drawNames());
  }

  private hover(id: string | null): void {
    this.hovered = id;
    this.container.style.cursor = id === null ? 'grab' : 'pointer';
    // For a large graph, redraws only the extra layers, without recomputing every node and link.
    if (this.graph.order > manyEntities) this.sigma.scheduleRender();
    else this.setLook(this.look);
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
      hideEdgesOnMove: this.graph.size > 2 * manyEntities,
      zoomDuration: prefersStillness() ? 0 : 250,
      inertiaDuration: prefersStillness() ? 0 : 200,
      nodeReducer: (id, data) => ({ ...nodeLook(id, data, this.look, this.lit), size: data.size * this.scale }),
      edgeReducer: (id, data) => linkLook(id, data, this.look, this.lit, isFew(this.graph.order)),
    };
  }

  private drawCommunities(): void {
    const context = this.sigma.getCanvases()['communities']?.getContext('2d');
    if (context) drawCommunities(context, this.sigma, this.hulls, this.look.palette);
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

function orderedByDegree(graph: PictureGraph): readonly string[] {
  return graph
    .nodes()
    .sort((one, other) => graph.getNodeAttribute(other, 'degree') - graph.getNodeAttribute(one, 'degree'));
}
