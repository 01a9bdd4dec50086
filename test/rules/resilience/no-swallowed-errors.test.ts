import { rule } from '../../../src/rules/resilience/no-swallowed-errors.js';
import { ruleTester } from '../../rule-tester.js';

const swallow = (handler: string): string =>
  `export async function save(db: Db) {\n  try {\n    await db.insert();\n  } ${handler}\n}`;

ruleTester.run('no-swallowed-errors', rule as never, {
  valid: [
    { name: 'a comment that says why', code: swallow('catch {\n    // counted elsewhere\n  }') },
    {
      name: 'a comment behind the handler',
      code: 'export const f = (db: Db) => {\n  db.insert().catch(() => {}); // best effort\n};',
    },
    {
      name: 'a comment before it that speaks of the failure',
      code: 'export const f = (db: Db) => {\n  // A failure here must not stop the request.\n  db.insert().catch(() => {});\n};',
    },
    { name: 'cleanup', code: 'export const f = (file: File) => file.close().catch(() => {});' },
    {
      name: 'a comment before the element that speaks of the failure',
      filename: '/nowhere/app.ts',
      code: 'export const f = (db: Db) => Promise.race([\n  // Swallow a late rejection.\n  db.insert().catch(() => {}),\n  timeout,\n]);',
    },
    {
      name: 'removed by force',
      filename: '/nowhere/app.ts',
      code: 'export const f = (box: Box) => box.remove({ force: true }).catch(() => {});',
    },
    {
      name: 'a registration given back',
      filename: '/nowhere/app.ts',
      code: 'export const f = (peers: Peers) => peers.unregister(7).catch(() => {});',
    },
    {
      name: 'what is missing is logged',
      filename: '/nowhere/app.ts',
      code: "export async function f(db: Db) {\n  const row = await db.reopen().catch(() => null);\n  if (!row) console.warn('not reopened');\n}",
    },
    {
      name: 'a function that logs',
      filename: '/nowhere/app.ts',
      code: 'export const log = async (text: string) => {\n  try {\n    await post(text);\n  } catch (e) {}\n};',
    },
    { name: 'a rollback', code: "export const f = (db: Db) => db.query('ROLLBACK').catch(() => {});" },
    {
      name: 'parse or default',
      code: 'export function f(text: string) { try { return JSON.parse(text); } catch { return null; } }',
    },
    { name: 'a body that may not be JSON', code: 'export const f = (req: Request) => req.json().catch(() => null);' },
    {
      name: 'a default at hand',
      code: 'export const f = async (load: () => Promise<number>) => (await load().catch(() => null)) ?? 0;',
    },
    {
      name: 'a question',
      code: 'export async function isAlive(db: Db) { try { await db.ping(); return true; } catch { return null; } }',
    },
    {
      name: 'a default of a schema',
      code: "import { z } from 'zod';\nexport const s = z.enum(['a']).catch(() => undefined);",
    },
    {
      name: 'something is done about it',
      code: swallow('catch (error) {\n    throw new Error("no", { cause: error });\n  }'),
    },
    {
      name: 'a listener that works',
      code: "export const f = (pool: Pool) => pool.on('error', (error) => console.error(error));",
    },
    {
      name: 'steps of tidying up, one after the other',
      code: 'export async function remove(cleanupSteps: (() => Promise<void>)[]) {\n  for (const step of cleanupSteps) {\n    try {\n      await step();\n    } catch {}\n  }\n}',
    },
    {
      name: 'back to a savepoint',
      code: 'export const back = (db: Db, name: string) => db.query(`ROLLBACK TO SAVEPOINT ${name}`).catch(() => undefined);',
    },
    {
      name: 'a copy that is destroyed with its source',
      code: "export function copy(source: Readable) {\n  const target = new PassThrough();\n  target.on('error', () => {});\n  source.on('error', (error) => target.destroy(error));\n  return source.pipe(target);\n}",
    },
    { name: 'a name that says so', code: swallow('catch (ignoredError) {\n    return;\n  }') },
  ],
  invalid: [
    {
      name: 'an empty catch',
      code: swallow('catch {}'),
      errors: [
        {
          messageId: 'catch',
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 13,
          data: { what: 'db.insert' },
          suggestions: [
            { messageId: 'rethrow', output: swallow('catch (error) { console.error(error); throw error; }') },
          ],
        },
      ],
    },
    {
      name: 'before a way round: thrown on, it would never be taken',
      code: 'export async function load(db: Db) {\n  try {\n    return await db.find();\n  } catch {}\n  return db.replica();\n}',
      errors: [
        {
          messageId: 'catch',
          suggestions: [
            {
              messageId: 'log',
              output:
                'export async function load(db: Db) {\n  try {\n    return await db.find();\n  } catch (error) { console.error(error); }\n  return db.replica();\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a directive gives no reason',
      code: swallow('catch {\n    // biome-ignore lint: no block\n  }'),
      errors: [
        {
          messageId: 'catch',
          suggestions: [
            { messageId: 'rethrow', output: swallow('catch (error) { console.error(error); throw error; }') },
          ],
        },
      ],
    },
    {
      name: "a rejection, with the file's own logger",
      code: "import { logger } from './logger';\nexport const f = (db: Db) => db.insert().catch(() => {});",
      errors: [
        {
          messageId: 'promise',
          data: { what: 'db.insert' },
          suggestions: [
            {
              messageId: 'rethrow',
              output:
                "import { logger } from './logger';\nexport const f = (db: Db) => db.insert().catch((error) => { logger.error(error); throw error; });",
            },
          ],
        },
      ],
    },
    {
      name: 'a listener that does nothing',
      code: "process.on('unhandledRejection', () => {});",
      errors: [
        {
          messageId: 'event',
          data: { event: 'unhandledRejection' },
          suggestions: [
            {
              messageId: 'log',
              output: "process.on('unhandledRejection', (error) => { console.error(error); });",
            },
          ],
        },
      ],
    },
  ],
});
