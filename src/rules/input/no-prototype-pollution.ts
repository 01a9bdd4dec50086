import { schemaOf } from '../../facts/closed-schemas.js';
import { isClosedParse } from '../../facts/validation/closed-bodies.js';
import { isOpenPart } from '../../facts/validation/open-parts.js';
import type { Flow } from '../../model/flow.js';
import { createFlowRule } from '../../rule/flow-rule.js';

/** What a schema has cut down to the fields that it lists. */
const isCut = ({ validatedBy, path }: Flow['source']): boolean =>
  validatedBy !== null &&
  schemaOf(validatedBy) !== null &&
  isClosedParse(validatedBy) &&
  !isOpenPart({ node: validatedBy, validatedBy }, path);

export const rule = createFlowRule({
  name: 'no-prototype-pollution',
  level: 'error',
  description: 'disallow request data as names of properties, and in deep merges that reach Object.prototype',
  cwe: [1321, 915],
  kinds: ['property', 'merge'],
  message:
    '{{source}} names the properties that {{sink}} writes{{way}}: with __proto__ among them a client changes every object of the process. Refuse __proto__, constructor and prototype, take keys from a closed list, or keep the data in a Map.',
  isMeant: ({ source, kind }) =>
    !['headers', 'url', 'files'].includes(source.source.part) && !(kind === 'merge' && isCut(source)),
});
