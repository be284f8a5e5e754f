import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { LinkAttributes, NodeAttributes } from './render-graph.js';
import { shapeOf, type Shape } from './shapes.js';

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute vec3 a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying vec3 v_shape;

void main() {
  v_radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  // The corners of a triangle circumscribed about a circle are at twice its radius.
  v_offset = v_radius * 2.1 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_offset, 1)).xy, 0, 1);
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`;

const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying vec3 v_shape;
uniform float u_correctionRatio;

// The signed distance from a point to the edge of a star. Maps the point into half a tip, which has one straight edge.
float outside(vec2 point, float points, float inner, float turn) {
  float half_angle = 3.14159265 / points;
  float angle = abs(mod(atan(point.y, point.x) - turn + half_angle, 2.0 * half_angle) - half_angle);
  vec2 folded = length(point) * vec2(cos(angle), sin(angle));
  vec2 tip = vec2(v_radius, 0.0);
  vec2 edge = normalize(v_radius * inner * vec2(cos(half_angle), sin(half_angle)) - tip);
  return dot(folded - tip, vec2(edge.y, -edge.x));
}

void main(void) {
  float border = u_correctionRatio * 1.5;
  float distance = outside(v_offset, v_shape.x, v_shape.y, v_shape.z) + border;
  #ifdef PICKING_MODE
  gl_FragColor = distance > border ? vec4(0.0) : v_color;
  #else
  gl_FragColor = mix(v_color, vec4(0.0), clamp(distance / border, 0.0, 1.0));
  #endif
}
`;

const uniforms = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;
type UniformName = (typeof uniforms)[number];

/** A WebGL program that draws all nodes, each in the shape of its type, in one draw call. */
export class ShapeProgram extends NodeProgram<UniformName, NodeAttributes, LinkAttributes> {
  /** Defines the shaders and the buffer layout. */
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_shape', size: 3, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  /** Writes one node into the buffer. */
  override processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
    const { points, innerRatio, rotation, scale } = shapeOfNode(data);
    const values = [data.x, data.y, data.size * scale, floatColor(data.color), nodeIndex, points, innerRatio, rotation];
    values.forEach((value, offset) => (this.array[startIndex + offset] = value));
  }

  /** Sets the uniforms of a frame. */
  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<UniformName>): void {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}

/** The shape in a node's display data, which sigma's own type does not declare. */
function shapeOfNode(data: NodeDisplayData & { readonly shape?: Shape }): Shape {
  return data.shape ?? shapeOf('');
}
