import { visit } from 'jsonc-parser';

import type { Comment, Root } from './source-code.js';

/** A tsconfig.json: its comments; what it sets is read by the rule, which does so for other JSON languages too. */
export function readTsconfig(text: string): Root {
  const comments: Comment[] = [];
  visit(text, {
    onComment(start, length) {
      const whole = text.slice(start, start + length);
      const value = whole.startsWith('/*') ? whole.slice(2).replace(/\*\/$/, '') : whole.slice(2).trimEnd();
      comments.push({ type: 'JsonComment', range: [start, start + length], value });
    },
  });
  return { type: 'TsconfigDocument', range: [0, text.length], comments };
}
