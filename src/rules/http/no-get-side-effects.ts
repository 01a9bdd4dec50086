import { basename } from 'node:path';

import { effectLine } from '../../facts/effects.js';
import { findGetEffect, findNamedWrite } from '../../facts/get-effects.js';
import type { Effect, EffectKind } from '../../model/effect.js';
import { type BackendFile, fileOf, lineOf } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { createRule } from '../../rule/create-rule.js';
import type { TSESTree } from '../../syntax/ast.js';
import { isInside } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'no-get-side-effects',
  area: 'http',
  level: 'error',
  description: 'disallow writing in answer to a GET',
  cwe: [650],
  mentions: /get|head|query|all|route|resolve|fetch|handler|server/i,
  messages: {
    writes:
      '{{route}} {{what}} at {{place}}, and a GET is only to read. Crawlers, link previews, prefetching browsers and retrying proxies send it unasked, and any page can make a signed-in browser send it; use {{method}}.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      Route(route) {
        const effect = findGetEffect(route);
        const named = effect ? null : findNamedWrite(route);
        if (!effect && !named) return;
        const isQuery = route.verb === 'QUERY';
        const name = route.path && route.path.length <= 60 ? ` ${route.path}` : '';
        const inside = effect && writtenInside(route, effect);
        report({
          node: inside ?? route.at.node,
          loc: (inside ?? route.at).loc,
          message: 'writes',
          data: {
            route: isQuery ? `Query${name}` : `${route.verb === 'ALL' ? 'GET' : route.verb}${name}`,
            ...(effect ? { what: effect.what, place: placeOf(effect.file, effectLine(effect)) } : ofCall(named!)),
            method: isQuery ? 'a mutation' : (METHODS[effect?.kind ?? 'create'] ?? 'POST'),
          },
        });
      },
    };

    /** The write, or the call that leads to it, where it stands in the route itself: the line that has to go. */
    function writtenInside({ node }: Route, { site }: Effect): TSESTree.Node | null {
      return fileOf(site) === file && isInside(site, node) ? site : null;
    }

    function placeOf(other: BackendFile, line: number): string {
      return other === file ? `line ${line}` : `${basename(other.path)}:${line}`;
    }

    function ofCall(call: TSESTree.CallExpression): { what: string; place: string } {
      const { text } = fileOf(call);
      const line = lineOf(call);
      return {
        what: `writes (${text.slice(...call.callee.range).replace(/^this\./, '')})`,
        place: placeOf(fileOf(call), line),
      };
    }
  },
});

const METHODS: Readonly<Partial<Record<EffectKind, string>>> = { delete: 'DELETE', set: 'PATCH or POST' };
