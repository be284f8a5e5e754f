"""Reads the exports in a folder with networkx, and the tables with csv, and prints what they hold as JSON."""

import csv
import json
import sys
from pathlib import Path

import networkx as nx

folder = Path(sys.argv[1])


def parsed(name):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def table(name):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


graphs = {
    "graph.gexf": nx.read_gexf(folder / "graph.gexf"),
    "graph.graphml": nx.read_graphml(folder / "graph.graphml", force_multigraph=True),
    "graph.node-link.json": nx.node_link_graph(parsed("graph.node-link.json"), edges="links"),
    "graph.cytoscape.json": nx.cytoscape_graph(parsed("graph.cytoscape.json")),
}

# networkx's own writers fail on values that they do not know, such as None: what came from JSON must go out again.
for graph in (graphs["graph.node-link.json"], graphs["graph.cytoscape.json"]):
    "\n".join(nx.generate_gexf(graph))
    "\n".join(nx.generate_graphml(graph))

print(
    json.dumps(
        {
            "graphs": {
                name: {
                    "type": type(graph).__name__,
                    "truncated": graph.graph.get("truncated"),
                    "nodes": dict(graph.nodes(data=True)),
                    "edges": list(graph.edges(data=True)),
                    "keys": list(graph.edges(keys=True)) if graph.is_multigraph() else None,
                }
                for name, graph in graphs.items()
            },
            "tables": {name: table(name) for name in ("nodes.csv", "links.csv")},
        }
    )
)
