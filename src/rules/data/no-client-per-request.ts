import { repeatedCreationsOf } from '../../facts/clients/creations.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-client-per-request',
  area: 'data',
  level: 'error',
  description: 'forbid creating database clients and pools in the path of a request or in a loop',
  cwe: [400, 772],
  messages: {
    handler:
      '`{{name}}` opens a pool or connection for every request: under load the database runs out of connections and refuses everybody. Create it once, in a module of its own, and share it.',
    loop: '`{{name}}` opens a pool or connection at every turn of the loop: the database runs out of connections. Create it once, before the loop.',
  },
  mentions: /new |create|connect|init|knex|postgres/i,
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, name, where } of repeatedCreationsOf(file)) report({ node, message: where, data: { name } });
      },
    };
  },
});
