/** Windows' file names, as far as they can be tried elsewhere: with a drive and backslashes. */
import { describe, expect, it } from 'vitest';
import { classifyFile } from '../../src/project/files.js';
import { isWithin, lastParts, withSlashes } from '../../src/syntax/file-names.js';

describe('a file name with backslashes', () => {
  it('reads with forward slashes', () => {
    expect(withSlashes('C:\\work\\api\\src\\jobs\\mail.ts')).toBe('C:/work/api/src/jobs/mail.ts');
    expect(lastParts('C:\\work\\api\\src\\webhooks\\stripe.ts', 2)).toBe('webhooks/stripe.ts');
    expect(lastParts('/work/api/src/webhooks/stripe.ts', 2)).toBe('webhooks/stripe.ts');
  });

  it('lies in a folder, and not in one whose name goes on', () => {
    expect(isWithin('C:\\work\\api\\src\\app.ts', 'C:\\work\\api')).toBe(true);
    expect(isWithin('C:\\work\\api-gateway\\src\\app.ts', 'C:\\work\\api')).toBe(false);
    expect(isWithin('/work/api', '/work/api')).toBe(true);
    expect(isWithin('/work', '/')).toBe(true);
  });

  it.each([
    ['C:\\work\\api\\src\\app.ts', 'source'],
    ['C:\\work\\api\\src\\app.test.ts', 'test'],
    ['C:\\work\\api\\test\\helpers\\db.ts', 'test'],
    ['C:\\work\\api\\src\\__tests__\\db.ts', 'test'],
  ] as const)('%s is %s', (path, kind) => expect(classifyFile(path)).toBe(kind));
});
