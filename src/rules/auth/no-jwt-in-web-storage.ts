import { entryName, isTokenEntry } from '../../facts/stored-tokens.js';
import { statePathsOf } from '../../facts/stored-state.js';
import type { StorageAccess } from '../../facts/storage.js';
import { findCookieRequest, findDroppedWrite } from '../../fix/storage.js';
import type { Node } from '../../syntax/ast.js';
import { createRule } from '../../rule/create-rule.js';

const MESSAGES = {
  written:
    '{{store}} keeps {{entry}} where every script on the page can read it: one XSS or one bad dependency sends it away, and it works from anywhere until it expires. Have the server set it as an HttpOnly, Secure, SameSite cookie.',
  read: '{{entry}} is read from {{store}}, where an injected script reads it just as well and takes the session with it. Keep it in an HttpOnly, Secure, SameSite cookie that the server sets, and send requests with credentials.',
  persisted:
    "{{store}} gets {{entry}} with the store's state, where every script on the page can read it: one XSS takes the session away. Leave it out of what is kept{{how}}, and have the server set an HttpOnly, Secure, SameSite cookie.",
  native:
    "{{store}} keeps {{entry}} unencrypted in the app's files: a backup or a rooted device gives it away. Keep it in the platform's secure store, Keychain or Keystore (expo-secure-store, react-native-keychain).",
  drop: 'Drop this write: the cookie that the server sets takes its place.',
  credentials: 'Send the cookie instead of the header: {{code}}',
} as const;

export const rule = createRule({
  name: 'no-jwt-in-web-storage',
  area: 'auth',
  level: 'error',
  description: 'disallow authentication tokens in storage that scripts can read',
  cwe: [922],
  suggests: true,
  messages: MESSAGES,
  mentions: /tok|jwt|bearer|authoriz|persist|(?:local|session)Storage|document\.cookie/i,
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config' && file.kind !== 'script') return {};
    const reported = new Set<Node>();
    return {
      StorageAccess(access) {
        const node = placeOf(access);
        if (reported.has(node) || !isTokenEntry(access)) return;
        reported.add(node);
        const drop = access.does === 'write' ? findDroppedWrite(access.node) : null;
        const request = access.does === 'read' ? findCookieRequest(access.node) : null;
        report({
          node,
          message: messageOf(access),
          data: { store: access.store, entry: wordsFor(access), how: access.row?.persist ? howToLeaveOut(access) : '' },
          suggest: [
            drop && { message: 'drop', fix: drop },
            request && { message: 'credentials', data: { code: request.code }, fix: request.fix },
          ],
        });
      },
    };
  },
});

/** A store's whole definition would be underlined; its `persist` is what a person changes. */
const placeOf = ({ does, node }: StorageAccess): Node =>
  does === 'persist' && node.type === 'CallExpression' ? node.callee : node;

function messageOf({ does, medium }: StorageAccess): 'written' | 'read' | 'persisted' | 'native' {
  if (medium === 'native') return 'native';
  if (does === 'persist') return 'persisted';
  return does === 'read' ? 'read' : 'written';
}

function wordsFor(access: StorageAccess): string {
  const name = access.does === 'persist' ? (statePathsOf(access)[0] ?? '') : entryName(access);
  return name === '' ? 'a token' : `the token '${name}'`;
}

const howToLeaveOut = ({ row }: StorageAccess): string => {
  const persist = row?.persist;
  const option = persist?.partial ?? persist?.omit?.[0];
  return option === undefined ? '' : ` (\`${option}\`)`;
};
