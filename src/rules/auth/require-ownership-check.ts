import { untiedAccessesOf } from '../../facts/ownership/accesses.js';
import type { UntiedAccess } from '../../facts/ownership/accesses.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';

export const rule = createRule({
  name: 'require-ownership-check',
  area: 'auth',
  level: 'warn',
  description: 'require that a record reached by a request’s id is tied to the caller',
  cwe: [639, 862],
  mentions: /params|query|body|input|args|\bid\b|Id\b/,
  options: {
    checkIndirect: option.boolean(
      false,
      'Also report where the tie is looser: a caller handed to a function that drops him.',
      true,
    ),
  },
  messages: {
    untied:
      '{{what}} by the id of the request alone: any caller who is signed in reaches the records of all others by trying ids. Put the caller’s id or tenant into the filter, or compare the owner before going on.',
    dropped:
      '{{what}} by the id of the request, and the caller who is handed over is not used on the way: any caller reaches the records of all others. Put him into the filter there.',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const access of untiedAccessesOf(file)) {
          if (access.kind === 'plain')
            report({ node: access.site, message: 'untied', data: { what: wordsFor(access) } });
          else if (options.checkIndirect)
            report({ node: access.site, message: 'dropped', data: { what: wordsFor(access) } });
        }
      },
    };
  },
});

const VERBS = { load: 'loads from', change: 'changes', delete: 'deletes from' } as const;

function wordsFor({ lookup, route }: UntiedAccess): string {
  const { path, verb } = route;
  const name =
    path === null || path === '' || path.length > 60
      ? 'This route'
      : /^[A-Z]+$/.test(verb) && path.startsWith('/')
        ? `${verb} ${path}`
        : path;
  return `${name} ${VERBS[lookup.does]} ${lookup.entity}`;
}
