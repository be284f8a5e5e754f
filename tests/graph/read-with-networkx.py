"""Reads the graph exports of a directory with networkx and the tables with csv; prints their content as JSON."""

import csv
import json
import sys
from pathlib import Path

import networkx as nx

directory = Path(sys.argv[1])


def read_json(name):
    return json.loads((directory / name).read_text(encoding="utf-8"))


def read_table(name):
    with open(directory / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


graphs = {
    "graph.gexf": nx.read_gexf(directory / "graph.gexf"),
    "graph.graphml": nx.read_graphml(directory / "graph.graphml", force_multigraph=True),
    "graph.node-link.json": nx.node_link_graph(read_json("graph.node-link.json"), edges="links"),
    "graph.cytoscape.json": nx.cytoscape_graph(read_json("graph.cytoscape.json")),
}

# networkx's writers reject values such as None, so check that they can write the graphs that come from JSON.
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
            "tables": {name: read_table(name) for name in ("nodes.csv", "links.csv")},
        }
    )
)
