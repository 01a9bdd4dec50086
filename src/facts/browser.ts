import type { BackendFile } from '../model/file.js';
import { withSlashes } from '../syntax/file-names.js';

const HOOKS = /\buse(?:State|Effect|Ref|Memo|Callback|Query|Mutation|SWR|Router|Navigate|Reducer|Context)\(/;
const PAGE = new Set(['window', 'document', 'localStorage', 'sessionStorage']);

/** Whether a file's code runs in a browser: a client component, React hooks, the page's own objects. */
export const isBrowserCode = (file: BackendFile): boolean => file.memo(runsInBrowser);

function runsInBrowser(file: BackendFile): boolean {
  const first = file.ast.body[0];
  if (first?.type === 'ExpressionStatement' && first.directive === 'use client') return true;
  if (/\/(?:public|static)\/.*\.[cm]?js$/.test(withSlashes(file.path))) return true;
  if (HOOKS.test(file.text) && /from ['"](?:react|preact|vue|swr|@tanstack\/)/.test(file.text)) return true;
  if (!/\b(?:window|document|localStorage|sessionStorage)\b/.test(file.text)) return false;
  // Code for both sides asks where it is.
  if (/typeof (?:window|document)\b/.test(file.text)) return false;
  return (file.scopes.globalScope?.through ?? []).some(({ identifier }) => PAGE.has(identifier.name));
}
