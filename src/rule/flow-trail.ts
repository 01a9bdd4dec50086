import type { Flow } from '../model/flow.js';
import { fileOf } from '../model/file.js';
import { lineStartsOf, positionAt } from '../model/place.js';
import type { Node } from '../syntax/ast.js';

/** One place on the way of a flow; lines and columns count from 1. */
export interface FlowPlace {
  readonly role: 'source' | 'step' | 'sink';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The code that stands there, on one short line. */
  readonly code: string;
}

/** Whoever keeps a process open for hours (an editor) asks for none of them: the oldest go. */
const MOST_TRAILS = 2000;
const trails = new Map<string, readonly FlowPlace[]>();

const keyOf = (rule: string, file: string, line: number, column: number): string =>
  `${rule}:${file.replaceAll('\\', '/')}:${line}:${column}`;

/**
 * Notes the places of a flow for what a rule reports at a node. ESLint's messages carry no data, so what a format shows
 * of them (`codeFlows` in SARIF) is looked up by the place of the report.
 */
export function keepTrail(rule: string, node: Node, flow: Flow): void {
  const { file, line, column } = placeOf(node, 'source');
  if (trails.size >= MOST_TRAILS) trails.delete(trails.keys().next().value!);
  trails.set(keyOf(rule, file, line, column), trailOf(flow));
}

/** The places of the flow that a rule reported there, source first; null for a report that is none. */
export const findTrail = (rule: string, file: string, line: number, column: number): readonly FlowPlace[] | null =>
  trails.get(keyOf(rule, file, line, column)) ?? null;

/** The source, what is done to the value in its file, the calls it leaves by, what is done to it there, the sink. */
function trailOf({ source, calls, sink }: Flow): FlowPlace[] {
  const own = fileOf(source.source.node);
  const before = source.steps.filter((step) => fileOf(step) === own);
  const after = source.steps.filter((step) => fileOf(step) !== own);
  const ends = [source.source.node, sink.site, sink.value];
  const steps = [...new Set([...before, ...calls, ...after])].filter((step) => !ends.includes(step));
  return [
    placeOf(source.source.node, 'source'),
    ...steps.map((step) => placeOf(step, 'step')),
    placeOf(sink.site, 'sink'),
  ];
}

function placeOf(node: Node, role: FlowPlace['role']): FlowPlace {
  const file = fileOf(node);
  const { path, text } = file;
  const starts = file.memo(lineStartsOf);
  const start = positionAt(node.range[0], starts);
  const end = positionAt(node.range[1], starts);
  const code = text.slice(...node.range).replaceAll(/\s+/g, ' ');
  return {
    role,
    file: path,
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
    code: code.length > 80 ? `${code.slice(0, 79)}…` : code,
  };
}
