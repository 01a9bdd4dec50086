import { routesOf } from '../../facts/routes.js';
import { createRule } from '../../rule/create-rule.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { isFunction, isInside, keyName } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';

const REQUEST_NAME = /^_?(?:req|request|ctx|context|c|event|body|dto|payload|input|query|params)$/;
const READS_REQUEST =
  /\b(?:req|request|ctx|c|event)\b[\w.?!()]*\.(?:body|query|params|json|input|headers)\b|\bread(?:Validated)?Body\(/;

export const rule = createRule({
  name: 'no-any-at-boundary',
  area: 'architecture',
  level: 'strict',
  description: 'disallow `any` for what comes in from outside, and for errors caught there',
  mentions: /\bany\b/,
  messages: {
    cast: '`as any` in a handler switches the compiler off where the data is least known: a renamed field becomes `undefined` at 3 a.m. Parse it with a schema, or say its type.',
    body: 'What a client sends is typed `any` here: every misspelt or missing field compiles. Type it by the schema that checks it, or `unknown` until it is checked.',
    caught:
      'What is caught may be anything, and `any` lets it be read as if it were an error. Write `unknown`, and narrow it.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' || !/\.[cm]?tsx?$/.test(file.path)) return {};
    return {
      File() {
        const handlers = routesOf(file).flatMap(({ handler }) =>
          handler?.fn && fileOf(handler.fn) === file ? [handler.fn] : [],
        );
        const seen = new Set<Node>();
        // `app.post<{ Body: any }>(…)`
        for (const { call } of routesOf(file))
          if (call?.typeArguments)
            for (const any of allOf(call.typeArguments, ['TSAnyKeyword']))
              if (any.parent.parent?.type === 'TSPropertySignature' && !seen.has(any)) {
                seen.add(any);
                report({ node: any.parent.parent, message: 'body' });
              }
        for (const fn of [...handlers, ...file.index.functions.filter(takesRequest)])
          for (const any of allOf(fn, ['TSAnyKeyword'])) {
            const found = seen.has(any) ? null : judge(any, fn);
            seen.add(any);
            if (found) report(found);
          }
      },
    };
  },
});

/** A handler whose route is registered elsewhere: `(req: any, res: any) => …`. */
const takesRequest = (fn: FunctionNode): boolean =>
  fn.params.length >= 2 &&
  fn.params
    .slice(0, 2)
    .every((each) => each.type === 'Identifier' && /^_?(?:req|res|request|reply|response)$/.test(each.name));

function judge(any: Node, fn: FunctionNode): { node: Node; message: 'cast' | 'body' | 'caught' } | null {
  const parent = any.parent!;
  if (parent.type === 'TSAsExpression' || parent.type === 'TSTypeAssertion') return { node: parent, message: 'cast' };
  const isParameter = fn.params.some((each) => isInside(any, each));
  if (parent.type === 'TSTypeAnnotation') {
    const owner = parent.parent;
    if (owner.parent?.type === 'CatchClause') return { node: owner, message: 'caught' };
    if (isParameter && isRequest(owner)) return { node: owner, message: 'body' };
    if (
      owner.type === 'TSPropertySignature' &&
      /^(?:Body|Querystring|Params|body|query|params)$/.test(keyName(owner.key, owner.computed) ?? '')
    )
      return { node: owner, message: 'body' };
    const declarator = owner.parent;
    if (declarator?.type === 'VariableDeclarator' && declarator.init && READS_REQUEST.test(sourceText(declarator.init)))
      return { node: owner, message: 'body' };
    return null;
  }
  // `Request<{}, any, any>`, `req.json<any>()`, `Record<string, any>` of a body.
  return isParameter && parent.type === 'TSTypeParameterInstantiation' && !isFunction(parent.parent)
    ? { node: any, message: 'body' }
    : null;
}

/** A parameter by which a request comes in: by its name, or by a decorator such as `@Body()`. */
function isRequest(owner: Node): boolean {
  if (owner.type !== 'Identifier') return true;
  return REQUEST_NAME.test(owner.name) || owner.decorators.length > 0;
}
