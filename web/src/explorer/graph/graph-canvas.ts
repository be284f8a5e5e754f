import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import { prefersReducedMotion } from '../display/motion.js';
import { isSmallGraph, largeGraphLimit, nodeScale, viewOfPoints, viewOfGraph } from './camera.js';
import { drawCommunities } from './communities-layer.js';
import { findHighlight } from './find-highlight.js';
import type { Box } from './label-placer.js';
import { computeCommunityHulls, type CommunityHull } from './hulls.js';
import { isHidden, type Highlight, type Appearance } from './appearance.js';
import { drawLabels } from './labels-layer.js';
import type { LinkAttributes, NodeAttributes, RenderGraph } from './render-graph.js';
import { linkDisplay, nodeDisplay } from './reducers.js';
import { ShapeProgram } from './shape-program.js';

type Renderer = Sigma<NodeAttributes, LinkAttributes>;

/** Callbacks of a picture. */
export interface GraphCanvasEvents {
  /** An entity was clicked. */
  onNode(id: string): void;
  /** The elements that cover parts of the canvas; labels avoid them. */
  coveringElements(): Iterable<Element>;
  /** The background was clicked. */
  onBackground(): void;
}

/** Renders a graph into a container: nodes and links by sigma, labels and communities on extra canvas layers. */
export class GraphCanvas {
  private readonly sigma: Renderer;
  private readonly observer: ResizeObserver;
  private hoveredId: string | null = null;
  private highlight: Highlight | null = null;
  private hulls: readonly CommunityHull[];
  private idsByDegree: readonly string[];
  private nodeScale: number;

  constructor(
    private readonly container: HTMLElement,
    private graph: RenderGraph,
    private appearance: Appearance,
    private readonly events: GraphCanvasEvents,
  ) {
    this.hulls = this.computeHulls();
    this.idsByDegree = sortByDegree(graph);
    this.highlight = findHighlight(graph, appearance, null);
    this.nodeScale = nodeScale(container, graph.order);
    this.sigma = new Sigma(graph, container, this.settings());
    this.addLayer('communities', 'edges');
    this.addLayer('names', 'mouse');
    for (const canvas of Object.values(this.sigma.getCanvases())) canvas.setAttribute('aria-hidden', 'true');
    this.addListeners();
    this.sigma.resize(true);
    this.sigma.getCamera().setState(viewOfGraph(this.container, this.graph.order));
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(container);
  }

  /** Replaces the graph and resets the camera. */
  setGraph(graph: RenderGraph): void {
    this.graph = graph;
    this.hoveredId = null;
    this.hulls = this.computeHulls();
    this.idsByDegree = sortByDegree(graph);
    this.highlight = findHighlight(graph, this.appearance, null);
    this.nodeScale = nodeScale(this.container, graph.order);
    this.sigma.setGraph(graph);
    this.sigma.getCamera().setState(viewOfGraph(this.container, this.graph.order));
  }

  /** Redraws the graph with another appearance. */
  setAppearance(appearance: Appearance): void {
    this.appearance = appearance;
    this.hulls = this.computeHulls();
    this.highlight = findHighlight(this.graph, appearance, this.hoveredId);
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Moves the camera to fit these entities; the whole graph if the list is empty. */
  fitNodes(ids: readonly string[]): void {
    const points = ids.flatMap((id) => (this.graph.hasNode(id) ? (this.sigma.getNodeDisplayData(id) ?? []) : []));
    this.animateCamera(points.length === 0 ? viewOfGraph(this.container, this.graph.order) : viewOfPoints(points));
  }

  /** Zooms by a factor; above 1 zooms in. */
  zoom(factor: number): void {
    this.animateCamera({ ratio: this.sigma.getCamera().ratio / factor });
  }

  /** Moves the camera by fractions of the view's width and height. */
  pan(right: number, down: number): void {
    const { x, y, ratio } = this.sigma.getCamera();
    this.animateCamera({ x: x + right * ratio, y: y - down * ratio });
  }

  /** Redraws and returns the canvas layers, bottom first. Copy them at once: the browser clears them afterwards. */
  drawLayers(): readonly HTMLCanvasElement[] {
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
    const { [name]: layer, [above]: nextLayer } = this.sigma.getCanvases();
    if (layer && nextLayer) nextLayer.before(layer);
  }

  private animateCamera(state: { x?: number; y?: number; ratio?: number }): void {
    void this.sigma.getCamera().animate(state, { duration: prefersReducedMotion() ? 0 : 350 });
  }

  private resize(): void {
    if (this.container.offsetWidth === 0 || this.container.offsetHeight === 0) return;
    this.nodeScale = nodeScale(this.container, this.graph.order);
    this.sigma.resize();
    this.sigma.refresh();
  }

  private addListeners(): void {
    this.sigma.on('enterNode', ({ node }) => this.setHovered(node));
    this.sigma.on('leaveNode', () => this.setHovered(null));
    this.sigma.on('clickNode', ({ node }) => this.events.onNode(node));
    this.sigma.on('clickStage', () => this.events.onBackground());
    // Sigma resizes the canvases and computes the projection while it renders.
    this.sigma.on('afterRender', () => {
      this.drawCommunities();
      this.drawLabels();
    });
  }

  private setHovered(id: string | null): void {
    this.hoveredId = id;
    this.container.style.cursor = id === null ? 'grab' : 'pointer';
    // For a large graph, redraws only the extra layers, without recomputing every node and link.
    if (this.graph.order > largeGraphLimit) this.sigma.scheduleRender();
    else this.setAppearance(this.appearance);
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
      hideEdgesOnMove: this.graph.size > 2 * largeGraphLimit,
      zoomDuration: prefersReducedMotion() ? 0 : 250,
      inertiaDuration: prefersReducedMotion() ? 0 : 200,
      nodeReducer: (id, data) => ({
        ...nodeDisplay(id, data, this.appearance, this.highlight),
        size: data.size * this.nodeScale,
      }),
      edgeReducer: (id, data) => linkDisplay(id, data, this.appearance, this.highlight, isSmallGraph(this.graph.order)),
    };
  }

  private computeHulls(): readonly CommunityHull[] {
    const { graph, appearance } = this;
    return computeCommunityHulls(graph, (id) => !isHidden(id, graph.getNodeAttribute(id, 'kind'), appearance));
  }

  private drawCommunities(): void {
    const context = this.sigma.getCanvases()['communities']?.getContext('2d');
    if (context) drawCommunities(context, this.sigma, this.hulls, this.appearance.palette);
  }

  private drawLabels(): void {
    const context = this.sigma.getCanvases()['names']?.getContext('2d');
    if (!context) return;
    const { sigma, graph, appearance, highlight, hoveredId, idsByDegree } = this;
    drawLabels(context, {
      sigma,
      graph,
      appearance,
      highlight,
      hoveredId,
      idsByDegree,
      coveredBoxes: this.coveredBoxes(),
    });
  }

  private coveredBoxes(): Box[] {
    const { left, top } = this.container.getBoundingClientRect();
    return [...this.events.coveringElements()].map((element) => {
      const box = element.getBoundingClientRect();
      return { left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top };
    });
  }
}

function sortByDegree(graph: RenderGraph): readonly string[] {
  return graph.nodes().sort((a, b) => graph.getNodeAttribute(b, 'degree') - graph.getNodeAttribute(a, 'degree'));
}
