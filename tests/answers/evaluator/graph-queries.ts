import { MultiDirectedGraph } from 'graphology';
import type { FilesGraph } from '../../graph/oracle/files-graph.js';
import { similarEntities, neighborhoodOf, shortestPathsGraph, type GraphIds } from '../../graph/oracle/subgraphs.js';
import { shortestPaths, buildStepGraph } from '../../graph/oracle/shortest-paths.js';
import { asList } from './conditions.js';
import type { MemoryEntity, MemoryGraph, MemoryRelation, Direction } from './memory-graph.js';

type Args = Readonly<Record<string, unknown>>;

/** The GraphQL type Graph: nodes and links are unique and sorted by id, and links connect only these nodes. */
interface Graph {
  readonly nodes: readonly MemoryEntity[];
  readonly links: readonly MemoryRelation[];
  readonly nodeCount: number;
  readonly linkCount: number;
  readonly truncated: boolean;
}

/** Resolves the fields of Query that traverse the graph; unknown ids are ignored. */
export class GraphQueries {
  private readonly oracleGraph: FilesGraph = new MultiDirectedGraph();

  constructor(private readonly graph: MemoryGraph) {
    for (const { id, type } of graph.entities) this.oracleGraph.addNode(id, { type, kind: null });
    for (const { id, type, from, to, values } of graph.relations) {
      const status = String(values['status']);
      this.oracleGraph.addDirectedEdgeWithKey(id, from.id, to.id, { type, status, citations: [] });
    }
  }

  /**
   * Returns the graph of the entities and relations of some types; null or absent means all types, an empty list none.
   */
  graphOf({ entityTypes, types }: Args): Graph {
    const keptEntities = new Set(this.graph.entities.filter(({ type }) => isSelected(entityTypes, type.toUpperCase())));
    const links = this.graph.relations.filter(
      ({ type, from, to }) => isSelected(types, type) && keptEntities.has(from) && keptEntities.has(to),
    );
    return this.toGraph({ nodes: [...keptEntities].map(({ id }) => id), links: links.map(({ id }) => id) });
  }

  /** Returns all entities within `depth` hops of any of these: 1 by default, clamped to 0 to 4. */
  neighborhood({ ids, depth, types, exclude, entityTypes }: Args): Graph {
    const distance = clamp(depth, 1, 0, 4);
    const limits = { types: listOf(types), entityTypes: listOf(entityTypes), exclude: excludedBy(exclude) };
    return this.toGraph(neighborhoodOf(this.oracleGraph, this.knownIds(ids), distance, limits));
  }

  /**
   * Returns the shortest paths between each two entities over relations that are not refuted: 6 long by default, 1 to
   * 10.
   */
  between({ ids, maxLength }: Args): Graph {
    return this.toGraph(shortestPathsGraph(this.oracleGraph, this.knownIds(ids), clamp(maxLength, 6, 1, 10)));
  }

  /**
   * Returns the shortest paths between two entities, shortest first, then by the ids of their relations: 1 by default,
   * at most 25. There is none from an entity to itself. `exclude` defaults to refuted relations; an empty list excludes
   * none.
   */
  paths({ from, to, maxLength, types, direction, exclude, first }: Args): object[] {
    const [startId, endId] = [String(from), String(to)];
    if (this.knownIds([startId, endId]).length < 2) return [];
    const limits = { types: listOf(types), direction: direction as Direction, exclude: excludedBy(exclude) };
    const count = clamp(first, 1, 0, 25);
    const shortest = shortestPaths(
      buildStepGraph(this.oracleGraph, limits),
      startId,
      endId,
      clamp(maxLength, 6, 1, 10),
      count,
    ).slice(0, count);
    return shortest.map(({ nodes, relations }) => ({
      length: relations.length,
      nodes: nodes.map((id) => this.graph.find(id)),
      relations: relations.map((id) => this.graph.find(id)),
    }));
  }

  /** Returns the entities of the same type that share the most neighbors, then by id: 10 by default, at most 100. */
  similar({ id, exclude, first }: Args): object[] {
    const [entityId] = this.knownIds([id]);
    const similarIds =
      entityId === undefined
        ? []
        : similarEntities(this.oracleGraph, entityId, excludedBy(exclude)).slice(0, clamp(first, 10, 0, 100));
    return similarIds.map(({ id: otherId, score, shared }) => ({
      entity: this.graph.find(otherId),
      score,
      shared: shared.map((neighborId) => this.graph.find(neighborId)),
    }));
  }

  private knownIds(ids: unknown): string[] {
    return [...new Set(asList(ids).map(String))].filter((id) => this.oracleGraph.hasNode(id));
  }

  // Never truncated, because the generated limits are larger than the graph.
  private toGraph({ nodes, links }: GraphIds): Graph {
    return {
      nodes: nodes.toSorted().map((id) => this.graph.find(id) as MemoryEntity),
      links: links.toSorted().map((id) => this.graph.find(id) as MemoryRelation),
      nodeCount: nodes.length,
      linkCount: links.length,
      truncated: false,
    };
  }
}

function isSelected(list: unknown, value: string): boolean {
  return listOf(list)?.includes(value) ?? true;
}

// Refuted relations are excluded by default.
function excludedBy(exclude: unknown): string[] {
  return listOf(exclude) ?? ['REFUTED'];
}

function listOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value.map(String) : null;
}

// A number out of bounds is clamped instead of an error; null means the default.
function clamp(value: unknown, defaultValue: number, min: number, max: number): number {
  return Math.min(Math.max(Number(value ?? defaultValue), min), max);
}
