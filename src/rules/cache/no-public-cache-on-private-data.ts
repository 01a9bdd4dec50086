import { sharedAnswersOf } from '../../facts/cache/shared-answers.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-public-cache-on-private-data',
  area: 'cache',
  level: 'error',
  description: 'disallow shared caching of answers that depend on who asks',
  cwe: [524, 525],
  mentions: /cache-control|surrogate-control|revalidate|force-static|stale|cache/i,
  messages: {
    header:
      "This answer depends on who asks ({{reader}}), and '{{value}}' lets every shared cache keep it: the next visitor is shown somebody else's data. Say 'private, no-store', or keep what is personal out of it.",
    static:
      "'force-static' renders this once for everybody, and it reads who asks ({{reader}}): everyone gets the same empty or first answer. Drop it, or move what is personal into a part of its own.",
    useless:
      "'revalidate = {{value}}' has no effect beside {{reader}}, which makes every answer fresh: whoever counts on the cache counts wrong. Drop it, or move what is shared into a cached function.",
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const { node, kind, value, reader } of sharedAnswersOf(file))
          report({ node, message: kind, data: { value, reader } });
      },
    };
  },
});
