import { fileOf, type BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { decoratorsOf } from '../syntax/nodes.js';

/** A stretch of a file: absolute path and offsets, and the lines on which it begins and ends. */
export interface Range {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
}

const tables = new WeakMap<BackendFile, readonly number[]>();

/** The offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, from 1, on which an offset stands. */
export function lineIn(starts: readonly number[], offset: number): number {
  let low = 0;
  for (let high = starts.length; low < high;) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The range of a node, from `start` on where that is given. */
export function rangeOf(node: Node, start = startOf(node)): Range {
  const file = fileOf(node);
  let table = tables.get(file);
  if (!table) tables.set(file, (table = lineStarts(file.text)));
  const [, end] = node.range;
  return { file: file.path, start, end, line: lineIn(table, start), endLine: lineIn(table, Math.max(start, end - 1)) };
}

/** Decorators belong to what they stand on. */
const startOf = (node: Node): number => Math.min(node.range[0], ...decoratorsOf(node).map(({ range }) => range[0]));
