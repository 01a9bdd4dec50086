// @complete: no-jwt-in-web-storage
import { set } from 'idb-keyval';

export interface Token {
  kind: 'word' | 'punctuation';
  text: string;
}

export const tokenize = (text: string): Token[] =>
  text.split(/\b/).map((part) => ({ kind: /\w/.test(part) ? 'word' : 'punctuation', text: part }));

export async function index(noteId: string, text: string) {
  const tokens = tokenize(text);
  // ok: no-jwt-in-web-storage -- words of a search index
  await set(`index:${noteId}`, tokens.map((token) => token.text));
  // ok: no-jwt-in-web-storage
  localStorage.setItem('tokenCount', String(tokens.length));
  // ok: no-jwt-in-web-storage -- a page's cursor
  sessionStorage.setItem('notes:nextPageToken', noteId);
}
