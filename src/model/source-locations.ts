import type { ASTNode } from 'graphql';
import type { Declarations } from './declarations.js';
import { problemAt, type ModelProblem } from './model-problem.js';

/** The source locations of a model's definitions, by paths such as `Company.tools`. */
export class SourceLocations {
  private readonly nodes = new Map<string, ASTNode>();

  constructor({ types, enums }: Declarations) {
    for (const type of types) {
      this.nodes.set(type.name.value, type.name);
      for (const field of type.fields ?? []) this.nodes.set(`${type.name.value}.${field.name.value}`, field.name);
    }
    for (const { name, values = [] } of enums) {
      this.nodes.set(name.value, name);
      for (const value of values) this.nodes.set(`${name.value}.${value.name.value}`, value.name);
    }
  }

  /** Creates a problem at a definition of the model. */
  problem(path: string, expected: string, found: string): ModelProblem {
    return problemAt(this.nodes.get(path), path, expected, found);
  }
}
