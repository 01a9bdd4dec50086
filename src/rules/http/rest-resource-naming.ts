import { addressOfRoute } from '../../facts/applications/addresses.js';
import { findNamingFault } from '../../facts/applications/resource-names.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'rest-resource-naming',
  area: 'http',
  level: 'strict',
  description: 'require addresses of plural nouns in kebab-case, without verbs, trailing slashes or deep nesting',
  mentions: /get|post|put|patch|delete|route|all|controller/i,
  messages: {
    verb: '`{{segment}}` says in the address what the method says already: a second name for the same thing, for every client to learn. Name the resource: `{{better}}`.',
    singular:
      '`{{segment}}` names a collection in the singular: half of the clients will ask for the plural first. Call it `{{better}}`.',
    case: '`{{segment}}` is not in kebab-case: addresses are case-sensitive, and the other spelling answers 404. Call it `{{better}}`.',
    slash:
      '`{{segment}}` ends in a slash: with strict routing, and in caches, it is another address than the one without. Leave the slash out.',
    depth:
      '`{{segment}}` nests more than three resources: clients must know every ancestor to ask for one thing. Give the inner resource an address of its own.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      Route(route) {
        if (!/^(?:GET|POST|PUT|PATCH|DELETE)$/.test(route.verb) || route.path === null) return;
        const path = addressOfRoute(route);
        if (path === null || /webhook|callback|\.well-known|oauth/i.test(path)) return;
        const fault = findNamingFault(path, route.path, route.verb);
        if (!fault) return;
        const { kind, segment, better } = fault;
        report({ node: route.at.node, loc: route.at.loc, message: kind, data: { segment, better } });
      },
    };
  },
});
