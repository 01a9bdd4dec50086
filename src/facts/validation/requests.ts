import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { RequestPart } from '../../model/library.js';
import type { Route } from '../../model/route.js';
import type { ClassNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorArguments,
  decoratorsOf,
  enclosingFunction,
  findProperty,
  isFunction,
  isInside,
  keyName,
  unwrap,
} from '../../syntax/nodes.js';
import { allOf, allReturns } from '../../syntax/walk.js';
import { denoteType } from '../annotations.js';
import { coverOf } from '../applications/coverage.js';
import { serves } from '../applications/purposes.js';
import { findVariable } from '../bindings.js';
import { inputOf } from '../closed-schemas.js';
import { guardsOf } from '../route-guards.js';
import { routesRound } from '../serving.js';
import { follow } from '../values.js';

/** A part of a request as a flow knows it. */
interface Read {
  readonly part: RequestPart;
  /** The expression that reads it, or the parameter that is it. */
  readonly node: Node;
  /** The schema's call that it has passed in sight. */
  readonly validatedBy: Node | null;
}

/** Frameworks whose own schema every input has passed: a GraphQL server knows its arguments' types. */
const TYPED_VERBS: ReadonlySet<string> = new Set(['QUERY', 'MUTATION', 'SUBSCRIPTION']);

/**
 * Whether a part of a request has passed a schema where it is used: in sight, in a middleware, guard or option of its
 * route (in whichever file), or by the framework. What can't be told counts as validated: a handler whose route isn't
 * found may be registered behind anything.
 */
export function isValidated({ part, node, validatedBy }: Read): boolean {
  if (validatedBy) return true;
  if (isCheckedBeside(node)) return true;
  if (isHandedThrough(node)) return false;
  const parameter = parameterOf(node);
  if (parameter && decoratorsOf(parameter).length > 0) return isTypedParameter(parameter);
  const routes = routesRound(node);
  return routes.length === 0 || routes.some((route) => isRouteValidated(route, part));
}

/** `if (!validate(req.body)) return …` with a compiled schema, or `await schema.validate(body)` whose result nobody takes. */
function isCheckedBeside(node: Node): boolean {
  const fn = enclosingFunction(node);
  if (!fn) return false;
  const { text } = fileOf(node);
  const holder =
    node.parent?.type === 'VariableDeclarator' && node.parent.id.type === 'Identifier' ? node.parent.id : null;
  const names = new Set([text.slice(...node.range), ...(holder ? [holder.name] : [])]);
  return allOf(fn, ['CallExpression']).some(
    (call) =>
      call.arguments.some((argument) => names.has(text.slice(...argument.range))) &&
      (/valid|schema|^assert|^check(?!out)/i.test(text.slice(...call.callee.range)) || isCompiled(call.callee)),
  );
}

/** tRPC's `.input((value) => value as Input)`: what should parse gives back what it gets. */
function isHandedThrough(node: Node): boolean {
  const fn = enclosingFunction(node);
  const parser = fn && inputOf(fn);
  if (!parser || !isFunction(parser)) return false;
  const [parameter] = parser.params;
  return (
    parameter?.type === 'Identifier' &&
    allReturns(parser).every((each) => {
      const value = unwrap(each);
      return value.type === 'Identifier' && value.name === parameter.name;
    }) &&
    allOf(parser.body, ['CallExpression', 'ThrowStatement']).length === 0
  );
}

/** `const isBooking = new Ajv().compile(schema)`. */
function isCompiled(callee: Node): boolean {
  const made = follow(callee);
  return made.type === 'CallExpression' && /^(?:compile|compileAsync|Compile)$/.test(calleeName(made) ?? '');
}

/** Whether something before a route's handler checks its input. */
export function isRouteValidated(route: Route, part: RequestPart): boolean {
  return TYPED_VERBS.has(route.verb) || isCoveredPart(route, part) || hasOption(route, part);
}

/** What schemas call a part. */
const PARTS: readonly (readonly [part: RequestPart, names: RegExp])[] = [
  ['body', /^(?:body|json|form)$/i],
  ['query', /^(?:query|querystring)$/i],
  ['params', /^params?$/i],
  ['headers', /^headers?$/i],
  ['cookies', /^(?:signed)?cookies?$/i],
];

/** Whether a validator before the handler is one of this part, or doesn't say of which. */
function isCoveredPart(route: Route, part: RequestPart): boolean {
  const cover = coverOf(route, 'validation');
  // Options of the route itself are looked at apart.
  if (cover?.node.type === 'ObjectExpression') return hasOption(route, part);
  if (!cover || !isOfOthers(cover.node, part)) return cover !== null;
  return guardsOf(route).some((guard) => serves(guard, 'validation') && !isOfOthers(guard.node, part));
}

/** `celebrate({ [Segments.BODY]: schema })`, `zValidator('query', schema)` of another part. */
function isOfOthers(node: Node, part: RequestPart): boolean {
  const call = follow(node);
  if (call.type !== 'CallExpression') return false;
  const named = call.arguments.flatMap((argument) => {
    if (argument.type === 'Literal') return [partNamed(String(argument.value))];
    const value = argument.type === 'SpreadElement' ? argument : follow(argument);
    if (value.type !== 'ObjectExpression') return [];
    return value.properties.map((property) =>
      property.type === 'Property'
        ? partNamed(keyName(property.key, property.computed) ?? sourceText(property.key).split('.').at(-1)!)
        : null,
    );
  });
  return named.length > 0 && named.every((each) => each !== null && each !== part);
}

const partNamed = (name: string): RequestPart | null => PARTS.find(([, names]) => names.test(name))?.[0] ?? null;

const OPTION: Readonly<Partial<Record<RequestPart, RegExp>>> = {
  body: /^(?:body|schema|request|input|validate|validation)$/,
  query: /^(?:query|querystring|schema|request|input|validate|validation)$/,
  params: /^(?:params|schema|request|input|validate|validation)$/,
  headers: /^(?:headers|schema|request|input|validate|validation)$/,
};

/** `app.post('/x', { body: t.Object(…) }, …)`, `app.openapi(createRoute({ request: … }), …)`. */
function hasOption({ call }: Route, part: RequestPart): boolean {
  const pattern = OPTION[part];
  if (!call || !pattern) return false;
  return call.arguments.some((argument) => {
    if (argument.type === 'SpreadElement') return true;
    const value = follow(argument);
    if (value.type === 'CallExpression')
      return value.arguments.some((inner) => inner.type !== 'SpreadElement' && names(follow(inner), pattern));
    return names(value, pattern) && !isOfAnswers(value, pattern);
  });
}

/** Fastify's `{ schema: { response } }` checks nothing that comes in. */
function isOfAnswers(options: Node, pattern: RegExp): boolean {
  const given = options.type === 'ObjectExpression' ? findProperty(options, 'schema')?.value : undefined;
  const schema = given && follow(given);
  return schema?.type === 'ObjectExpression' && findProperty(schema, 'response') !== null && !names(schema, pattern);
}

const names = (node: Node, pattern: RegExp): boolean =>
  node.type === 'ObjectExpression' &&
  node.properties.some(
    (property) =>
      property.type === 'SpreadElement' || (property.key.type === 'Identifier' && pattern.test(property.key.name)),
  );

/** The parameter that an expression reads, or is. */
function parameterOf(node: Node): TSESTree.Parameter | null {
  const fn = enclosingFunction(node);
  if (!fn) return null;
  if (fn.params.includes(node as TSESTree.Parameter)) return node as TSESTree.Parameter;
  const variable = node.type === 'Identifier' ? findVariable(node) : null;
  const definition = variable?.defs[0];
  if ((definition?.type as string | undefined) !== 'Parameter') return null;
  const owner = enclosingFunction(definition!.name);
  return owner?.params.find((each) => isInside(definition!.name, each)) ?? null;
}

const UTILITY = /^(?:Record|Partial|Omit|Pick|Required|Readonly)</;

/** NestJS: a pipe with a schema, or a class whose properties class-validator's decorators describe. */
function isTypedParameter(parameter: TSESTree.Parameter): boolean {
  const { text } = fileOf(parameter);
  const given = decoratorsOf(parameter).flatMap(decoratorArguments);
  if (given.some((argument) => /Pipe\b|[Ss]chema/.test(text.slice(...argument.range)))) return true;
  if (routesRound(parameter).some(hasSchemaPipe)) return true;
  const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const annotation = 'typeAnnotation' in target ? target.typeAnnotation?.typeAnnotation : undefined;
  // Utility types are gone at run time, whatever class they are made of.
  if (annotation && UTILITY.test(text.slice(...annotation.range))) return false;
  const shape = annotation ? denoteType(annotation) : null;
  if (shape?.kind === 'object') return isDescribed(shape.node) && hasPipe(fileOf(parameter));
  // Interfaces, literal types and `string` are gone at run time, `any` says nothing; what another package declares can't
  // be looked into.
  return annotation?.type === 'TSTypeReference' && shape === null;
}

/** A pipe that holds a schema of its own; `ValidationPipe` knows classes only. */
function hasSchemaPipe(route: Route): boolean {
  const cover = coverOf(route, 'validation');
  return cover !== null && !/^(?:new )?ValidationPipe\b/.test(sourceText(cover.node));
}

/** Any decorator on a property: class-validator's, or one of the project's that applies them; a base class may have them. */
const isDescribed = ({ body, superClass }: ClassNode): boolean =>
  superClass !== null ||
  body.body.some((member) => member.type === 'PropertyDefinition' && decoratorsOf(member).length > 0);

/** A DTO's decorators do nothing by themselves. */
const hasPipe = (file: BackendFile): boolean =>
  file.project.filesMentioning(file.path, /ValidationPipe|validateOrReject|plainToInstance|plainToClass/).length > 0;
