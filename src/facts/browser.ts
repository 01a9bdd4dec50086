import type { BackendFile } from '../model/file.js';

const HOOKS = /\buse(?:State|Effect|Ref|Memo|Callback|Query|Mutation|SWR|Router|Navigate|Reducer|Context)\(/;
const PAGE = /\b(?:document|window)\.(?!env\b)\w/;

/** Whether a file's code runs in a browser: a client component, React hooks, the page's own objects. */
export const isBrowserCode = (file: BackendFile): boolean => file.memo(runsInBrowser);

function runsInBrowser(file: BackendFile): boolean {
  const first = file.ast.body[0];
  if (first?.type === 'ExpressionStatement' && first.directive === 'use client') return true;
  if (/\/(?:public|static)\/[^]*\.[cm]?js$/.test(file.path)) return true;
  return HOOKS.test(file.text)
    ? /from ['"](?:react|preact|vue|swr|@tanstack\/)/.test(file.text)
    : PAGE.test(file.text) && !/typeof window/.test(file.text) && !/\bfrom ['"]jsdom['"]/.test(file.text);
}
