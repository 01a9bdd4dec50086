import type { Node, TSESTree } from '../syntax/ast.js';
import { fileOf, type BackendFile } from './file.js';

/**
 * Where a node stands, lines counted from 1 and columns from 0. Only the linter's parser writes it into the tree; for a
 * file that was opened for another's sake it is counted.
 */
export function locOf(node: Node): TSESTree.SourceLocation {
  const { loc } = node as { loc?: TSESTree.SourceLocation };
  if (loc) return loc;
  const starts = fileOf(node).memo(lineStartsOf);
  return { start: positionAt(node.range[0], starts), end: positionAt(node.range[1], starts) };
}

/** The offsets at which the lines of a file begin. */
export function lineStartsOf({ text }: BackendFile): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
  return starts;
}

/** The line and column of an offset. */
export function positionAt(offset: number, starts: readonly number[]): TSESTree.Position {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! };
}
