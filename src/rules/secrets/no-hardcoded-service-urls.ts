import { findEnvironmentHome } from '../../facts/environment.js';
import { isFallbackOfEnvironment, serviceUrlsOf } from '../../facts/environment-secrets/service-urls.js';
import { createRule } from '../../rule/create-rule.js';
import { outward } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'no-hardcoded-service-urls',
  area: 'secrets',
  level: 'strict',
  description: 'disallow addresses of own databases, brokers and services in the source',
  suggests: true,
  mentions: /:\/\//,
  messages: {
    hardcoded:
      'The address of {{what}} (`{{host}}`) is written out: every environment talks to the same one, and moving it takes a release. Read it from {{home}}.',
    read: 'Read it from {{home}}',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const url of serviceUrlsOf(file)) {
          const { node, kind, host, variable } = url;
          const found = findEnvironmentHome(node);
          const read = found
            ? found.isGetter
              ? `${found.object}.get('${variable}')`
              : `${found.object}.${variable}`
            : null;
          // A text that goes on keeps its end: only what is an address as a whole is replaced.
          const isWhole =
            node.type === 'Literal' && outward(node)?.type !== 'BinaryExpression' && !isFallbackOfEnvironment(url);
          const needed = read !== null && found?.mayBeUndefined && /\.[cm]?tsx?$/.test(file.path) ? `${read}!` : read;
          report({
            node,
            message: 'hardcoded',
            data: { what: WHAT[kind], host, home: read ?? 'the environment' },
            suggest: [
              needed !== null && isWhole
                ? { message: 'read', data: { home: read! }, fix: (fixer) => fixer.replaceText(node, needed) }
                : null,
            ],
          });
        }
      },
    };
  },
});

const WHAT = { database: 'a database', broker: 'a broker', host: 'a service of your own' } as const;
