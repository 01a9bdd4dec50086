import { looseKeysOf } from '../../facts/cache/keys.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-unscoped-cache-key',
  area: 'cache',
  level: 'warn',
  description: 'require cache keys that name what they hold, and for whom',
  cwe: [524, 668],
  messages: {
    bare: "The key '{{what}}' doesn't say what it holds: an order and a user of the same id are found under each other's key. Put the entity before it (`user:${id}`).",
    raw: "The key '{{what}}' is the request's own text: every order and spelling of parameters is an entry of its own, and anybody fills the cache with them. Build it of the checked values.",
    json: "The key '{{what}}' is the JSON of an object: the same values in another order miss, and values that the client makes up fill the cache. Build it of the checked values in a fixed order.",
    shared:
      "The key {{what}} is the same for everybody, and this handler knows its caller: one user's data is answered to the next. Put the user or tenant into the key.",
    missing:
      "'{{what}}' is used inside and is no part of the key: the first value is answered for all others. Add it to the key, or make it an argument.",
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const { kind, node, what } of looseKeysOf(file)) report({ node, message: kind, data: { what } });
      },
    };
  },
});
