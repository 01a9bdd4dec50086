import { createRequire } from 'node:module';

import type * as Jsonc from 'jsonc-parser';

type Range = readonly [start: number, end: number];

/** A tsconfig.json as it is written. */
export interface WrittenConfig {
  readonly values: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  /** Where an option is set, name and value; null where it isn't. */
  rangeOf(option: string): Range | null;
  /** Where its value stands. */
  valueRangeOf(option: string): Range | null;
  /** The name `compilerOptions`, or the first brace where there are none. */
  readonly head: Range;
  /** Where a first option may be put in; null where there is no such object. */
  readonly start: number | null;
}

/** Loaded when a tsconfig is first linted: it costs start-up time. */
const loadJsonc = (): typeof Jsonc => createRequire(__filename)('jsonc-parser') as typeof Jsonc;

/** Reads a config with its places; null for what is no object. */
export function readWritten(text: string): WrittenConfig | null {
  const { parseTree, getNodeValue, findNodeAtLocation } = loadJsonc();
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root?.type !== 'object') return null;
  const compiler = findNodeAtLocation(root, ['compilerOptions']);
  const range = (node: Jsonc.Node | undefined): Range | null =>
    node ? [node.offset, node.offset + node.length] : null;
  const valueOf = (option: string): Jsonc.Node | undefined => findNodeAtLocation(root, ['compilerOptions', option]);
  return {
    values: getNodeValue(root) as Record<string, unknown>,
    options: compiler?.type === 'object' ? (getNodeValue(compiler) as Record<string, unknown>) : {},
    rangeOf: (option) => range(valueOf(option)?.parent),
    valueRangeOf: (option) => range(valueOf(option)),
    head: range(compiler?.parent?.children?.[0]) ?? [root.offset, root.offset + 1],
    start: compiler?.type === 'object' ? compiler.offset + 1 : null,
  };
}
