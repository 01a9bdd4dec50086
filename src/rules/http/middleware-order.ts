import { applicationsOf } from '../../facts/applications/applications.js';
import { disordersOf, routerDisordersOf, stepDisorder, type Disorder } from '../../facts/applications/ordering.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'middleware-order',
  area: 'http',
  level: 'error',
  description: 'require middleware in an order in which it covers what it is for',
  cwe: [696],
  mentions: /\buse\b|\b(?:get|post|put|patch|delete|all)\b/,
  messages: {
    'error-handler-first':
      '`{{name}}` stands before {{other}}: errors of what comes after it never reach it, and the framework answers with a stack or not at all. Put it after the last route.',
    'not-found-first':
      '`{{name}}` answers 404 to everything, and {{other}} stands behind it: no request gets there. Put it after the last route.',
    'covers-nothing':
      '`{{name}}` stands after {{other}}, which it should protect: those requests are answered before it runs. Put it before them.',
    'parser-late':
      '`{{name}}` stands after {{other}}, which reads the body: it is undefined there. Put it before them.',
    'json-before-raw':
      '`{{name}}` parses the body before {{other}}, which needs it as it came: the signature never matches. Put that route first, or keep the raw body by `verify`.',
    'cors-late':
      '`{{name}}` stands after {{other}}: their answers carry no CORS headers, and browsers throw them away. Put it before the routes.',
    'limit-late':
      '`{{name}}` stands after {{other}}: those requests are answered before anything counts them. Put it before the routes.',
    'limit-after-work':
      '`{{name}}` stands after `{{other}}`: the work that it should spare is done by then. Put the limiter first.',
    'auth-after-authorization':
      '`{{name}}` stands after `{{other}}`, which asks for a user that nobody has looked up yet. Authenticate first.',
    'static-before-headers':
      '`{{name}}` answers before `{{other}}` runs: files go out without the security headers. Put the headers first.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    const seen = new Set<string>();
    const tell = ({ kind, node, name, other }: Disorder): void => {
      const key = `${node.range[0]}`;
      if (seen.has(key)) return;
      seen.add(key);
      report({ node, message: kind, data: { name, other } });
    };
    return {
      File() {
        for (const application of applicationsOf(file))
          for (const disorder of disordersOf(application)) if (isHere(disorder)) tell(disorder);
        for (const disorder of routerDisordersOf(file)) if (isHere(disorder)) tell(disorder);
      },
      Route(route) {
        const disorder = stepDisorder(route);
        if (disorder && isHere(disorder)) tell(disorder);
      },
    };
    function isHere({ node }: Disorder): boolean {
      let top: typeof node = node;
      while (top.parent) top = top.parent;
      return (top as unknown) === file.ast;
    }
  },
});
