import { libraries } from '../libraries/index.js';
import type { BackendFile } from '../model/file.js';
import type { Library } from '../model/library.js';
import type { Route, Verb } from '../model/route.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { keyName } from '../syntax/nodes.js';
import { findHandler } from './routes.js';
import { follow } from './values.js';

const ROOTS: Readonly<Record<string, Verb>> = { Query: 'QUERY', Mutation: 'MUTATION', Subscription: 'SUBSCRIPTION' };

/**
 * GraphQL resolver maps: `{ Mutation: { createOrder: (parent, args, context) => … } }` in a package that depends on a
 * GraphQL server.
 */
export function resolverRoutes(file: BackendFile): Route[] {
  if (!/\b(?:Mutation|Query)\b/.test(file.text)) return [];
  const library = graphqlOf(file);
  if (!library) return [];
  const routes: Route[] = [];
  for (const object of file.index.objects)
    for (const property of object.properties) {
      const verb = property.type === 'Property' ? ROOTS[keyName(property.key, property.computed) ?? ''] : undefined;
      if (!verb || property.type !== 'Property') continue;
      routes.push(...fieldsOf(property.value, verb, library));
    }
  return routes;
}

function graphqlOf(file: BackendFile): Library | null {
  const owner = file.project.findPackage(file.path);
  if (!owner) return null;
  return (
    libraries.find(
      (library) =>
        library.kind === 'http' &&
        library.name === 'graphql' &&
        library.modules.some((name) => owner.hasDependency(name)),
    ) ?? null
  );
}

function fieldsOf(node: Node, verb: Verb, library: Library): Route[] {
  const fields = follow(node);
  if (fields.type !== 'ObjectExpression') return [];
  return fields.properties.flatMap((property): Route[] => {
    if (property.type !== 'Property') return [];
    const fn = resolverIn(property);
    if (!fn) return [];
    return [
      {
        library,
        verb,
        path: keyName(property.key, property.computed),
        node: property,
        guards: [],
        handler: { node: property.value, fn },
        router: null,
        controller: null,
        decorators: [],
        call: null,
        proof: 'convention',
      },
    ];
  });
}

/** A resolver is a function, or an object whose `resolve` or `subscribe` is one. */
function resolverIn(property: TSESTree.Property): ReturnType<typeof findHandler> {
  const value = follow(property.value);
  if (value.type !== 'ObjectExpression') return findHandler(property.value);
  for (const inner of value.properties)
    if (inner.type === 'Property' && keyName(inner.key, inner.computed) === 'resolve') return findHandler(inner.value);
  return null;
}
