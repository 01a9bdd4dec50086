// @complete: no-node-only-in-edge
// bad: no-node-only-in-edge
import { readFileSync } from 'node:fs';

export default {
  fetch: () => new Response(readFileSync('/a')),
};
