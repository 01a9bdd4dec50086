import type { ParameterOrigin, Sink } from '../../model/flow.js';
import type { BackendFile } from '../../model/file.js';
import type { FunctionNode } from '../../syntax/ast.js';
import { closest } from '../../syntax/nodes.js';
import { isExported } from '../bindings.js';
import { allCallers } from '../callers.js';
import { builtText } from '../text.js';
import { hasKind } from './kinds.js';
import { sinksOf } from './sinks.js';
import { sinkOrigins } from './summaries.js';

/** A command line that a function puts together of what unknown callers give it. */
export interface OpenCommand {
  readonly sink: Sink;
  readonly parameter: ParameterOrigin;
}

/**
 * Shell lines made of parameters of functions that leave the file and whose callers can't be found (callbacks promisified
 * as a whole, packages for others): nobody but the function itself can quote them.
 */
export const openCommandsOf = (file: BackendFile): readonly OpenCommand[] => file.memo(findOpenCommands);

function findOpenCommands(file: BackendFile): OpenCommand[] {
  return sinksOf(file).flatMap((sink) => {
    if (sink.kind !== 'command' || !isPutTogether(sink)) return [];
    const parameter = sinkOrigins(sink).find(
      (origin): origin is ParameterOrigin =>
        origin.source.kind === 'parameter' && !hasKind(origin.clean, 'command') && isOpen(origin.source.fn),
    );
    return parameter ? [{ sink, parameter }] : [];
  });
}

/** A wrapper that runs what it is given has callers who put it together. */
const isPutTogether = ({ value }: Sink): boolean => {
  const { parts } = builtText(value);
  return parts.length > 1 && parts.some((part) => part.kind === 'text' && /[\w/-]/.test(part.text));
};

function isOpen(fn: FunctionNode): boolean {
  const isMethod = fn.parent.type === 'Property' && closest(fn, 'AssignmentExpression') !== null;
  return (isMethod || isExported(fn)) && allCallers(fn) === null;
}
