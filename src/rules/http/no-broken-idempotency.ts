import { brokenIdempotencyOf } from '../../facts/broken-idempotency.js';
import { findExpiryFix } from '../../fix/expiry.js';
import { createRule } from '../../rule/create-rule.js';

/** How long a client may still repeat a request: a day, as Stripe keeps its keys. */
const HOURS = 24;

export const rule = createRule({
  name: 'no-broken-idempotency',
  area: 'http',
  level: 'error',
  description: 'disallow idempotency keys that do not hold',
  cwe: [837, 362],
  fixable: true,
  mentions: /idempot/i,
  messages: {
    forever:
      'This idempotency key is kept for ever: the store grows until it evicts keys that are still needed, or refuses writes. Let it expire, after 24 hours say.',
    race: 'The key is looked up first and stored later: two requests at once both find nothing, and both do the work. Claim it in one step (SET … NX) before the work.',
    unscoped:
      "The key is stored without who sent it: another caller with the same key is given this one's answer. Put the caller and the route into it.",
    notReplayed:
      'A repeat is recognised here, but not given the stored answer: a client that lost the first one never learns what happened. Store the answer with the key, and send it again.',
    made: 'The server makes this idempotency key up: a repeat brings another one, and everything happens twice. Take it from the client, or make it of what is done.',
    unfinished:
      'The key is claimed before the work, and nothing says how that ended: when the work fails, every repeat is refused. Store the outcome under the key, or delete the key on failure.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, how, access } of brokenIdempotencyOf(file)) {
          const fix = how === 'forever' && access ? findExpiryFix(access, file, HOURS) : null;
          report({ node, message: how, fix: fix?.fix ?? null });
        }
      },
    };
  },
});
