import { createHash } from 'node:crypto';
import type { FileResult, Message } from '../results.js';

/**
 * Identities of a file's findings that survive moving code: made from the rule, the text of the reported line without
 * its white space, and a count among equal ones – never from a line number or the words of the message.
 */
export function fingerprintsOf(result: Pick<FileResult, 'source'>, messages: readonly Message[]): string[] {
  const lines = (result.source ?? '').split(/\r\n|[\n\r\u2028\u2029]/);
  const seen = new Map<string, number>();
  return messages.map((message) => {
    const code = (lines[message.line - 1] ?? '').replace(/\s+/g, '');
    const hash = createHash('sha256')
      .update(`${message.ruleId ?? 'syntax'}\0${code}`)
      .digest('hex')
      .slice(0, 32);
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return `${hash}:${nth}`;
  });
}
