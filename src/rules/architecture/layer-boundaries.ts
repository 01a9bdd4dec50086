import { relative } from 'node:path';

import { denoteType } from '../../facts/annotations.js';
import { libraryOf } from '../../facts/entities.js';
import { said } from '../../facts/logs/leaks.js';
import { queriesOf } from '../../facts/queries.js';
import { routesOf } from '../../facts/routes.js';
import { matchesGlobs } from '../../project/globs.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';
import { fileOf, type BackendFile } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { isFunction, isInside } from '../../syntax/nodes.js';

const CONTROLLER =
  /(?:^|[\\/])(?:controllers?|routes?|routers?|handlers?|endpoints?)[\\/]|\.(?:controller|route|routes|router|handler|resolver)\.[cm]?[jt]s$/i;
const SERVICE =
  /(?:^|[\\/])(?:services?|repositor(?:y|ies)|domain|use-?cases?|dal|models?)[\\/]|\.(?:service|repository|usecase|use-case|model)\.[cm]?[jt]s$/i;
const HTTP_NAME = /^_?(?:req|res|request|reply|response)$/;

export const rule = createRule({
  name: 'layer-boundaries',
  area: 'architecture',
  level: 'strict',
  description: 'disallow data access in routes, and requests and responses in services',
  options: {
    controllers: option.strings(
      [],
      'Globs of the files that take requests; by default those in folders such as `routes` and `controllers`.',
    ),
    services: option.strings(
      [],
      'Globs of the files that know nothing of HTTP; by default those in folders such as `services` and `repositories`.',
    ),
  },
  messages: {
    query:
      '{{what}} reads or writes data in a route: the rule that it holds can be neither used nor tested without a request, and the next route copies it. Move it into a service or repository.',
    http: '`{{name}}` brings {{library}} into a service: no job, script or test can call it without making up a request. Take the values that it needs.',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source') return {};
    const path = relative(file.project.findPackage(file.path)?.dir ?? '', file.path).replaceAll('\\', '/');
    const isIn = (globs: readonly string[], usual: RegExp): boolean =>
      globs.length > 0 ? matchesGlobs(path, globs) : usual.test(path);
    const isService = isIn(options.services, SERVICE);
    const isController = !isService && isIn(options.controllers, CONTROLLER);
    return {
      File() {
        if (!isService) {
          const handlers = routesOf(file).flatMap(({ handler }) =>
            handler?.fn && fileOf(handler.fn) === file ? [handler.fn] : [],
          );
          for (const { start, proof, row } of queriesOf(file)) {
            if (proof === 'name' || row.op === 'build') continue;
            if (isController || handlers.some((fn) => isInside(start, fn)))
              report({
                node: start,
                message: 'query',
                data: { what: said(start.type === 'CallExpression' ? start.callee : start.tag) },
              });
          }
        } else
          for (const fn of file.index.functions)
            for (const parameter of fn.params) {
              const http = httpOf(parameter, fn, file);
              if (http) report({ node: parameter, message: 'http', data: http });
            }
      },
    };
  },
});

/** The request or response that a parameter is, by its type, or in untyped code by its name beside another. */
function httpOf(
  parameter: TSESTree.Parameter,
  fn: FunctionNode,
  file: BackendFile,
): { name: string; library: string } | null {
  const target: Node = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  if (target.type !== 'Identifier') return null;
  const annotation = target.typeAnnotation?.typeAnnotation;
  if (annotation) {
    const library = libraryOf(denoteType(annotation));
    return library?.kind === 'http'
      ? { name: target.name, library: library.name === 'web' ? 'HTTP' : library.name }
      : null;
  }
  if (/\.[cm]?tsx?$/.test(file.path) || !isFunction(fn)) return null;
  const names = fn.params.filter((each) => each.type === 'Identifier' && HTTP_NAME.test(each.name));
  return names.length >= 2 && HTTP_NAME.test(target.name) ? { name: target.name, library: 'HTTP' } : null;
}
