import { fileOf } from '../../model/file.js';
import type { PackageFacts } from '../../model/project.js';
import type { Node } from '../../syntax/ast.js';
import { guardsOf } from '../route-guards.js';
import { routesRound } from '../serving.js';
import { isSent } from './open-parts.js';

const PACKAGES: ReadonlySet<string> = new Set([
  'express-mongo-sanitize',
  '@exortek/express-mongo-sanitize',
  'koa-mongo-sanitize',
  '@exortek/fastify-mongo-sanitize',
  'fastify-mongo-sanitize',
]);
/** Frameworks with such a middleware; others' routes don't stand behind it. */
const FRAMEWORKS = new Set(['express', 'nestjs', 'koa', 'koa-router', 'fastify']);
/** A setting of Mongoose that holds for every query. */
const SETTING = /\.set\(\s*['"]sanitizeFilter['"]\s*,\s*true/;

const hasMiddleware = (owner: PackageFacts | null): boolean =>
  owner === null || [...PACKAGES].some((name) => owner.hasDependency(name));

/**
 * Whether operators are taken out of a request before `node` reads it: by a setting of the mapper, or a middleware before
 * its routes. A route whose application isn't in sight may stand behind the middleware that the project has.
 */
export function isStripped(node: Node): boolean {
  const { project, path } = fileOf(node);
  if (project.filesMentioning(path, SETTING).length > 0) return true;
  if (isSent(node) || !hasMiddleware(project.findPackage(path))) return false;
  const routes = routesRound(node);
  if (routes.length > 0 && !routes.some(({ library }) => FRAMEWORKS.has(library.name))) return false;
  const guards = routes.map((route) => guardsOf(route));
  if (guards.some((each) => each.some(({ module }) => module !== null && PACKAGES.has(module)))) return true;
  return !guards.some((each) => each.some(({ scope }) => scope === 'application'));
}
