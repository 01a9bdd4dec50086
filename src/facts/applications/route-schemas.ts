import { fileOf, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { decoratorName, memberName, unwrap } from '../../syntax/nodes.js';
import { follow, propertyIn } from '../values.js';
import { isProbe } from './reach.js';

/** What describes a route in each framework, for a message. */
export type SchemaForm = 'schema' | 'decorators' | 'openapi' | 'output' | 'types';

/** The form in which a route of this framework would be described, where it isn't; null where it is, or has no such form. */
export function missingSchema(route: Route): SchemaForm | null {
  const { library, path, call } = route;
  if (path !== null && isProbe(path)) return null;
  switch (library.name) {
    case 'fastify':
      return call && !hasOption(call, ['schema']) ? 'schema' : null;
    case 'elysia':
      return call && !hasOption(call, ['body', 'query', 'params', 'response', 'detail', 'headers']) ? 'types' : null;
    case 'nestjs':
      return hasDecorators(route) ? null : 'decorators';
    case 'hono':
      return call && !isDescribedHono(call) ? 'openapi' : null;
    case 'trpc':
      return call && !hasLink(call, 'output') ? 'output' : null;
    case 'express':
    case 'koa-router':
    case 'koa':
      return call && !isDescribedBeside(call) ? 'openapi' : null;
    default:
      return null;
  }
}

/** An option among those of an object literal argument; what can't be read may hold it. */
function hasOption(call: TSESTree.CallExpression, names: readonly string[]): boolean {
  return call.arguments.some((argument, index) => {
    if (argument.type === 'SpreadElement') return true;
    const value = follow(argument);
    if (value.type === 'ObjectExpression') return names.some((name) => propertyIn(value, name) !== null);
    // `app.post('/x', options, handler)` with options from elsewhere.
    return (
      index > 0 && index < call.arguments.length - 1 && (value.type === 'Identifier' || value.type === 'CallExpression')
    );
  });
}

/** `@ApiOperation`, `@ApiOkResponse`, …, or the compiler plugin that writes them. */
function hasDecorators({ decorators, node }: Route): boolean {
  if (decorators.some((each) => /^Api(?!Tags|Bearer|Security)/.test(decoratorName(each) ?? ''))) return true;
  const file = fileOf(node);
  // A decorator of the project's own that applies those.
  return (
    decorators.some((each) => {
      const expression = each.expression.type === 'CallExpression' ? each.expression.callee : each.expression;
      const made = follow(expression);
      const text = sourceText(made);
      return made !== expression && /\bApi[A-Z]\w*\(/.test(text);
    }) || file.project.filesMentioning(file.path, /@nestjs\/swagger\/plugin/).length > 0
  );
}

/** `app.openapi(createRoute(…))` is a description itself; `describeRoute`, `resolver` of hono-openapi are steps before. */
function isDescribedHono(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression' && memberName(callee) === 'openapi') return true;
  return call.arguments.some((argument) => /\bdescribeRoute\(|\bopenapi\(|[oO]penApi\w*\(/.test(textOf(argument)));
}

const textOf = (node: Node): string => sourceText(node).slice(0, 300);

/** A link of a procedure's chain, in its base as well. */
function hasLink(call: TSESTree.CallExpression, name: string): boolean {
  let node: Node = unwrap(call.callee);
  for (let hops = 0; hops < 30; hops++) {
    if (node.type === 'MemberExpression') {
      if (memberName(node) === name) return true;
      node = unwrap(node.object);
    } else if (node.type === 'CallExpression') node = unwrap(node.callee);
    else return false;
  }
  return false;
}

const ANNOTATION = /@(?:swagger|openapi)\b|#swagger\./;

/** A comment of swagger-jsdoc before the route, or a registry that names its path. */
function isDescribedBeside(call: TSESTree.CallExpression): boolean {
  const file = fileOf(call);
  const before = file.text.slice(Math.max(0, call.range[0] - 3000), call.range[0]);
  const comment = before.lastIndexOf('/*');
  const end = before.lastIndexOf('*/');
  if (
    comment >= 0 &&
    end > comment &&
    before
      .slice(end + 2)
      .replaceAll(/\/\/.*$/gm, '')
      .trim() === '' &&
    ANNOTATION.test(before.slice(comment))
  )
    return true;
  if (/#swagger\./.test(file.text.slice(call.range[0], call.range[1]))) return true;
  return (
    file.project.filesMentioning(
      file.path,
      /registerPath\(|express-openapi-validator|express-zod-api|tsoa|@ts-rest\/|zod-to-openapi|express-openapi\b|openapi-backend/,
    ).length > 0
  );
}
