import { basename } from 'node:path';

import { originOf } from '../../facts/page-size/origin.js';
import { unboundedFieldsOf } from '../../facts/page-size/request-fields.js';
import { pageSizesOf, spreadSizesOf } from '../../facts/page-size/sizes.js';
import { findFieldCap, findSizeCap } from '../../fix/page-size.js';
import { fileOf } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';
import type { Node } from '../../syntax/ast.js';
import { keyName } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'no-unbounded-page-size',
  area: 'data',
  level: 'warn',
  description: 'require an upper bound on page sizes that clients choose',
  cwe: [770],
  suggests: true,
  options: {
    max: option.integer(100, 1, 'The upper bound that the suggestion writes.'),
  },
  messages: {
    field:
      '`{{name}}` lets a client ask for any number of rows: one request with {{name}}=1000000 reads the whole table into memory. Give it an upper bound ({{how}}).',
    query:
      'The client says how many rows this query reads, and nothing caps `{{name}}`: one request with 1000000 brings the whole table into memory. Cap it{{where}} ({{how}}).',
    cap: 'Cap it at {{max}}: {{code}}',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    const reported = new Set<Node>();

    const reportField = (node: Node, name: string): void => {
      if (reported.has(node)) return;
      reported.add(node);
      const edit = findFieldCap(node, options.max, file);
      report({
        node: node.type === 'PropertyDefinition' ? node.key : node,
        message: 'field',
        data: { name, how: edit?.code ?? `at most ${options.max}` },
        suggest: [edit && { message: 'cap', data: { max: String(options.max), code: edit.code }, fix: edit.fix }],
      });
    };

    return {
      File() {
        for (const { node, name } of unboundedFieldsOf(file)) reportField(node, name);
      },
      Query(query) {
        if (query.proof === 'name' || /^(?:create|update|upsert|delete|count)$/.test(query.op)) return;
        for (const { node, name } of spreadSizesOf(query)) {
          const origin = originOf(node, [name]);
          if (origin.from !== 'request' || fileOf(node) !== file || reported.has(node)) continue;
          reported.add(node);
          if (origin.field && fileOf(origin.field) === file) reportField(origin.field, nameOfField(origin.field));
          else if (!origin.field || !isReportedThere(origin.field))
            report({ node, message: 'query', data: { name, where: '', how: `Math.min(${name}, ${options.max})` } });
        }
        for (const size of pageSizesOf(query)) {
          if (fileOf(size) !== file) continue;
          const origin = originOf(size);
          if (origin.from !== 'request') continue;
          const { field, read } = origin;
          if (field && fileOf(field) === file) {
            reportField(field, nameOfField(field));
            continue;
          }
          // Told at the schema already, unless the handler that trusts it is this one.
          if (field && fileOf(read) !== file && isReportedThere(field)) continue;
          if (reported.has(size)) continue;
          reported.add(size);
          const edit = findSizeCap(size, options.max, file);
          report({
            node: size,
            message: 'query',
            data: {
              name: field ? nameOfField(field) : file.text.slice(...size.range).replaceAll(/\s+/g, ' '),
              where: field ? ` at its schema in ${basename(fileOf(field).path)}, or here` : '',
              how: edit.code,
            },
            suggest: [{ message: 'cap', data: { max: String(options.max), code: edit.code }, fix: edit.fix }],
          });
        }
      },
    };
  },
});

const isReportedThere = (field: Node): boolean => unboundedFieldsOf(fileOf(field)).some(({ node }) => node === field);

/** The name of a field by its schema or property. */
function nameOfField(field: Node): string {
  if (field.type === 'PropertyDefinition') return keyName(field.key, field.computed) ?? 'it';
  const holder = field.parent;
  return holder?.type === 'Property' ? (keyName(holder.key, holder.computed) ?? 'it') : 'it';
}
