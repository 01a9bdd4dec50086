import { fileOf } from '../../model/file.js';
import type { RequestPart } from '../../model/library.js';
import type { Node } from '../../syntax/ast.js';

/** The major version from which a framework's query strings give texts and lists only, no objects. */
const FLAT_QUERIES: readonly (readonly [module: string, from: number])[] = [
  ['express', 5],
  ['@nestjs/platform-express', 11],
];
/** Parsers that make objects of query strings, in frameworks that don't by themselves. */
const NESTED_QUERIES = /\b(?:koa-qs|fast-querystring-nested)\b|['"]query parser['"]|querystringParser/;

/** Whether a client can send an object in a part of the request: always in a body, in query strings as they are parsed. */
export function mayBeObject(part: RequestPart, node: Node): boolean {
  // Of messages only those arguments are left that GraphQL takes as they come.
  if (part === 'body' || part === 'raw' || part === 'message') return true;
  if (part !== 'query') return false;
  const file = fileOf(node);
  const owner = file.project.findPackage(file.path);
  for (const [module, from] of FLAT_QUERIES) {
    const version = owner?.version(module);
    if (version) return version.major < from;
  }
  return file.project.filesMentioning(file.path, NESTED_QUERIES).length > 0;
}
