// A plugin of small rules, for what the command does with findings of every kind; no rule of ours is needed for that.
const { makeConfigs } = require('../../dist/configs.js');

const docs = (description, level, more = {}) => ({
  description,
  url: `https://example.org/${description.replace(/\W+/g, '-')}`,
  area: 'secrets',
  level,
  recommended: level !== 'strict',
  cwe: [],
  strictOptions: null,
  ...more,
});

/** A rule that reports every identifier of a name. */
const onIdentifier = (name, meta, report) => ({
  meta: { type: 'problem', schema: [], ...meta },
  create: (context) => ({
    Identifier(node) {
      if (node.name === name) report(context, node);
    },
  }),
});

const suggestion = (node, text, desc = `write ${text}`) => ({ desc, fix: (fixer) => fixer.replaceText(node, text) });

const rules = {
  'no-foo': onIdentifier(
    'foo',
    { docs: docs('disallow foo', 'error', { cwe: [79, 89] }), fixable: 'code' },
    (context, node) =>
      context.report({ node, message: 'A foo stands here.', fix: (fixer) => fixer.replaceText(node, 'bar') }),
  ),
  'no-secret': {
    meta: {
      type: 'problem',
      schema: [],
      hasSuggestions: true,
      docs: docs('disallow hushed strings', 'error', { cwe: [798] }),
    },
    create: (context) => ({
      Literal(node) {
        if (node.value !== 'hush') return;
        context.report({
          node,
          message: 'This is a secret.',
          suggest: [suggestion(node, 'process.env.HUSH', 'Read it from process.env.HUSH')],
        });
      },
    }),
  },
  'prefer-choice': onIdentifier(
    'choice',
    { docs: docs('ask which way', 'warn', { area: 'data' }), hasSuggestions: true },
    (context, node) =>
      context.report({
        node,
        message: 'There are two ways.',
        suggest: [suggestion(node, 'left'), suggestion(node, 'right')],
      }),
  ),
  'no-stubborn': onIdentifier(
    'stubborn',
    { docs: docs('suggest what settles nothing', 'warn'), hasSuggestions: true },
    (context, node) =>
      context.report({ node, message: 'Still here.', suggest: [suggestion(node, 'stubborn /* tried */')] }),
  ),
  'no-fragile': onIdentifier(
    'fragile',
    { docs: docs('suggest what breaks the syntax', 'warn'), hasSuggestions: true },
    (context, node) => context.report({ node, message: 'Fragile.', suggest: [suggestion(node, '((')] }),
  ),
  'no-crash': onIdentifier('explode', { docs: docs('crash at a name', 'warn') }, () => {
    throw new TypeError('boom');
  }),
  'max-calls': {
    meta: {
      type: 'suggestion',
      docs: docs('limit calls', 'strict', { strictOptions: { max: 0 } }),
      schema: [{ type: 'object', properties: { max: { type: 'integer' } }, additionalProperties: false }],
    },
    create(context) {
      let calls = 0;
      const max = context.options[0]?.max ?? 2;
      return {
        CallExpression(node) {
          if (++calls > max) context.report({ node, message: `More than ${max} calls.` });
        },
      };
    },
  },
};

const plugin = { meta: { name: 'eslint-plugin-stub', version: '9.8.7' }, rules, configs: {} };
Object.assign(plugin.configs, makeConfigs(plugin));
module.exports = plugin;
