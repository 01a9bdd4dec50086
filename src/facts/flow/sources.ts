import type { Entity, Instance } from '../../model/entity.js';
import type { FieldPath } from '../../model/flow.js';
import { fileOf, type BackendFile } from '../../model/file.js';
import type { RequestPart } from '../../model/library.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { decoratorArguments, decoratorsOf, hasBody, memberName } from '../../syntax/nodes.js';
import type { Binding } from '../bindings.js';
import { denoteDecorator } from '../decorated-routes.js';
import { denote, instanceOf, rowOf } from '../entities.js';
import { routesOf } from '../routes.js';
import { textOf } from '../values.js';

/** A part of the request and the way into it. */
export interface Part {
  readonly part: RequestPart;
  readonly path: FieldPath;
}

/** What no client can choose freely: the method is one of a few words. */
const isChosen = (part: RequestPart): boolean => part !== 'method';

/** The part of the request that a way into a request's value leads to: `['body', 'name']` of an Express request. */
export function partIn(entity: Entity | null, path: FieldPath): Part | null {
  let instance: Instance | null = entity?.kind === 'instance' ? entity : null;
  for (let i = 0; instance && i < path.length; i++) {
    const row = instance.type.findMember(path[i]!);
    if (row?.request && row.request !== 'raw') {
      if (!isChosen(row.request)) return null;
      return refine(row.request, path.slice(i + 1));
    }
    if (row?.request === 'raw') return rawPart(path.slice(i + 1));
    instance = row?.type ? instanceOf(row.type, instance.type.library, instance.proof, null) : null;
  }
  return null;
}

/** `url` taken apart: its query is the query. */
function refine(part: RequestPart, path: FieldPath): Part {
  return part === 'url' && (path[0] === 'searchParams' || path[0] === 'query')
    ? { part: 'query', path: path.slice(1) }
    : { part, path };
}

const PARTS: Readonly<Record<string, RequestPart>> = {
  body: 'body',
  rawBody: 'body',
  query: 'query',
  params: 'params',
  headers: 'headers',
  cookies: 'cookies',
  file: 'files',
  files: 'files',
  url: 'url',
  originalUrl: 'url',
};

/** A request of a framework that isn't told: the names that all give its parts. */
export function rawPart(path: FieldPath): Part | null {
  const part = PARTS[path[0] ?? ''];
  return part ? refine(part, path.slice(1)) : null;
}

/** The part that a call reads: `c.req.query('page')`, `readBody(event)`, `req.get('host')`. */
export function partOfCall(call: TSESTree.CallExpression, path: FieldPath): Part | null {
  const part = rowOf(denote(call.callee))?.request ?? partOfMethod(call);
  if (!part || !isChosen(part)) return null;
  const name = call.arguments.map((argument) => (argument.type === 'Literal' ? textOf(argument) : null)).find(Boolean);
  return part === 'raw' ? rawPart(path) : refine(part, name ? [name, ...path] : path);
}

/** A method whose row says as a member what its call gives: `ctx.cookies.get('state')`. */
function partOfMethod({ callee }: TSESTree.CallExpression): RequestPart | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  const owner = denote(callee.object);
  const name = memberName(callee);
  return owner?.kind === 'instance' && name !== null ? owner.type.findMember(name)?.request : undefined;
}

/** What a parameter is handed of the request: `@Body('name') name`, a resolver's `args`. */
export function partOfParameter(binding: Extract<Binding, { kind: 'parameter' }>, path: FieldPath): Part | null {
  const parameter = binding.fn.params[binding.index]!;
  const whole = [...binding.path, ...path];
  for (const decorator of decoratorsOf(parameter)) {
    const part = rowOf(denoteDecorator(decorator))?.request;
    if (!part) continue;
    if (part === 'raw') return rawPart(whole);
    const [first] = decoratorArguments(decorator);
    const name = first && first.type !== 'SpreadElement' ? textOf(first) : null;
    return { part, path: name === null ? whole : [name, ...whole] };
  }
  const given = fileOf(parameter).memo(inputsOf).get(binding.fn);
  return given?.parameter === binding.index ? { part: given.part, path: whole } : null;
}

/** Handlers of frameworks that hand the client's input over as a parameter. */
function inputsOf(file: BackendFile): ReadonlyMap<FunctionNode, { parameter: number; part: RequestPart }> {
  const inputs = new Map<FunctionNode, { parameter: number; part: RequestPart }>();
  for (const { library, handler, decorators } of routesOf(file)) {
    const fn = handler?.fn;
    if (!library.input || !fn || !hasBody(fn)) continue;
    // Decorated parameters say what they are.
    if (decorators.length > 0 && fn.params.some((parameter) => decoratorsOf(parameter).length > 0)) continue;
    inputs.set(fn, library.input);
  }
  return inputs;
}

const PIPES = /\bParse(?:Int|Float|Bool|Enum|UUID|Date)Pipe\b/;

/** Whether a pipe at the parameter lets only numbers, ids and listed values through. */
export function isPiped(binding: Extract<Binding, { kind: 'parameter' }>): boolean {
  const parameter: Node = binding.fn.params[binding.index]!;
  const { text } = fileOf(parameter);
  return decoratorsOf(parameter).some((decorator) =>
    decoratorArguments(decorator).some((argument) => PIPES.test(text.slice(...argument.range))),
  );
}
