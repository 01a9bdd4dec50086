import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applied, backendLint, findingsOf, makeApp, packageJson, readApp, TSCONFIG } from './app.js';

/** Put together from parts, so that nobody takes them for real ones. */
const SIGNING = ['s3cr3t', 'k9f8a7d6e5'].join('-');
const STANDIN = ['local', 'x7f3a', 'b21'].join('-');

const TYPED = {
  'package.json': packageJson(['express', 'zod', 'pg'], { type: 'module' }),
  'tsconfig.json': TSCONFIG,
  '.gitignore': '.env\nnode_modules\n',
  'src/index.ts': `import express from 'express'
import { pool } from './db.js'

const app = express()
const port = Number(process.env.PORT) || 3000
app.set('trust proxy', process.env['TRUST_PROXY'] === 'true')
if (process.env.SENTRY_DSN) console.log('watched') // stays
app.get( '/', async (_req, res) => { res.json((await pool.query('select 1')).rows) })
app.listen(port, () => console.log(process.env.NODE_ENV, process.env.LOG_LEVEL || 'info'))
`,
  'src/db.ts': `import pg from 'pg'

/** The pool. */
export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL!,
  max: parseInt(process.env.POOL_SIZE ?? '10', 10),
})
`,
  'src/auth.ts': `import { createHmac } from 'node:crypto'

const secret = process.env.SIGNING_SECRET || '${STANDIN}'
const { MAIL_HOST, MAIL_FROM = 'a@b.c' } = process.env
export const sign = (text: string) => createHmac('sha256', '${SIGNING}').update(text + MAIL_HOST + MAIL_FROM).digest('hex')
export const other = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
export function pick(name: string) { const env = 1; return [process.env[name], env] }
`,
  'src/untouched.ts': "export const   untouched = 'yes'\n",
};

describe('codemod env in TypeScript with zod', async () => {
  const { dir, changed, said, code } = await applied(TYPED, 'env');

  it('makes one module that checks every variable, in the style of the project', () => {
    expect(changed['src/env.ts']).toMatchInlineSnapshot(`
      "import { z } from 'zod'

      /**
       * What this service is configured with, read and checked once at its start: what is missing or malformed is known before
       * the first request comes. A variable that is set to nothing (\`PORT=\`) counts as not set.
       */
      const schema = z.object({
        AUTH_SIGNING_SECRET: z.string().min(1),
        DATABASE_URL: z.string().min(1),
        LOG_LEVEL: z.string().default('info'),
        MAIL_FROM: z.string().optional(),
        MAIL_HOST: z.string().optional(),
        POOL_SIZE: z.coerce.number().int().default(10),
        PORT: z.coerce.number().default(3000),
        SENTRY_DSN: z.string().optional(),
        SIGNING_SECRET: z.string().min(1),
        TRUST_PROXY: z
          .string()
          .optional()
          .transform((value) => value === 'true'),
      })

      const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
      const checked = schema.safeParse(given)
      if (!checked.success) {
        // Names and reasons only: values may be secret.
        const faults = checked.error.issues.map(({ path, message }) => \`\${path.join('.')}: \${message}\`)
        throw new Error(\`Broken environment: \${faults.join('; ')}\`)
      }

      export const env = checked.data
      "
    `);
  });

  it('changes the reads and nothing round them', () => {
    expect(changed['src/index.ts']).toBe(
      TYPED['src/index.ts']
        .replace("'./db.js'\n", "'./db.js'\nimport { env } from './env.js'\n")
        .replace('Number(process.env.PORT) || 3000', 'env.PORT')
        .replace("process.env['TRUST_PROXY'] === 'true'", 'env.TRUST_PROXY')
        .replace('process.env.SENTRY_DSN', 'env.SENTRY_DSN')
        .replace("process.env.LOG_LEVEL || 'info'", 'env.LOG_LEVEL'),
    );
    expect(changed['src/db.ts']).toBe(
      TYPED['src/db.ts']
        .replace("'pg'\n", "'pg'\nimport { env } from './env.js'\n")
        .replace('process.env.DATABASE_URL!', 'env.DATABASE_URL')
        .replace("parseInt(process.env.POOL_SIZE ?? '10', 10)", 'env.POOL_SIZE'),
    );
    expect(Object.keys(changed).sort()).toEqual([
      '.env.example',
      'src/auth.ts',
      'src/db.ts',
      'src/env.ts',
      'src/index.ts',
    ]);
  });

  it('takes out literal secrets and what stands in for them, each under a name of its own', () => {
    expect(changed['src/auth.ts']).toContain('const secret = environment.SIGNING_SECRET\n');
    expect(changed['src/auth.ts']).toContain("createHmac('sha256', environment.AUTH_SIGNING_SECRET)");
    expect(Object.values(readApp(dir)).join('\n')).not.toMatch(new RegExp(`${SIGNING}|${STANDIN}`));
  });

  it('names the secrets for rotation and shows none of them whole', () => {
    expect(said).toContain('AUTH_SIGNING_SECRET  src/auth.ts:5  s3c…');
    expect(said).toContain('SIGNING_SECRET  src/auth.ts:3  loc…');
    expect(said).not.toMatch(new RegExp(`${SIGNING}|${STANDIN}`));
  });

  it('says what it left, by the exit code too', () => {
    expect(said).toContain('src/auth.ts:7: process.env stays: the name of the variable is computed');
    expect(code).toBe(1);
  });

  it('writes an example of the environment without secrets', () => {
    expect(changed['.env.example']).toBe(
      'AUTH_SIGNING_SECRET=\nDATABASE_URL=\nLOG_LEVEL=info\nMAIL_FROM=\nMAIL_HOST=\nPOOL_SIZE=10\nPORT=3000\nSENTRY_DSN=\nSIGNING_SECRET=\nTRUST_PROXY=false\n',
    );
  });

  it('leaves nothing for the rules to report but what it named', async () => {
    expect(await findingsOf(dir, 'no-hardcoded-secrets', 'no-secret-fallback', 'no-scattered-env')).toEqual([
      'src/auth.ts:8 no-scattered-env',
    ]);
  });
});

const SCRIPTS = {
  'package.json': packageJson(['express']),
  'server.js': `"use strict";

const express = require("express");

const app = express();
app.listen(process.env.PORT || 3000);
`,
  'lib/token.js': `"use strict";
const { createHmac } = require("node:crypto");

exports.sign = function (text) {
    return createHmac("sha256", "${SIGNING}").update(text).digest("hex");
};
exports.isOn = process.env.FEATURE === "1";
exports.limit = parseInt(process.env.LIMIT, 10);
`,
};

describe('codemod env in CommonJS without a validator', async () => {
  const { dir, changed } = await applied(SCRIPTS, 'env');
  const load = (env: NodeJS.ProcessEnv, code: string): string =>
    execFileSync(process.execPath, ['-e', code], {
      cwd: dir,
      env: { PATH: process.env['PATH'], ...env },
      encoding: 'utf8',
      stdio: 'pipe',
    });

  it('requires a module without dependencies', () => {
    expect(changed['env.js']).toMatchInlineSnapshot(`
      "const faults = [];

      function required(name) {
          const value = process.env[name];
          if (!value) faults.push(\`\${name} is missing\`);
          return value ?? "";
      }

      function optional(name) {
          return process.env[name] || undefined;
      }

      function number(name, fallback) {
          const text = process.env[name];
          const value = text ? Number(text) : fallback;
          if (value === undefined) faults.push(\`\${name} is missing\`);
          else if (Number.isNaN(value)) faults.push(\`\${name} is no number\`);
          return value ?? 0;
      }

      /**
       * What this service is configured with, read and checked once at its start: what is missing or malformed is known before
       * the first request comes. A variable that is set to nothing (\`PORT=\`) counts as not set.
       */
      const env = Object.freeze({
          FEATURE: optional("FEATURE") === "1",
          LIMIT: number("LIMIT"),
          PORT: optional("PORT"),
          SIGNING_SECRET: required("SIGNING_SECRET"),
      });

      // Names only: values may be secret.
      if (faults.length > 0) throw new Error(\`Broken environment: \${faults.join("; ")}\`);

      module.exports = { env };
      "
    `);
    expect(changed['server.js']).toContain('const { env } = require("./env");\n');
    expect(changed['lib/token.js']).toContain('const { env } = require("../env");\n');
  });

  it('keeps the types that the code made of the variables', () => {
    const print = "const { isOn, limit } = require('./lib/token'); console.log(JSON.stringify([isOn, limit]))";
    expect(load({ SIGNING_SECRET: 'x', LIMIT: '12', FEATURE: '1' }, print)).toBe('[true,12]\n');
  });

  it('stops at the start with the names of all that is missing, and no value', () => {
    expect(() => load({ LIMIT: 'many', SIGNING_SECRET: '' }, "require('./env')")).toThrow(
      /Broken environment: LIMIT is no number; SIGNING_SECRET is missing/,
    );
  });

  it('adds to its module when something new comes', async () => {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(dir, 'lib/mail.js'), 'exports.host = process.env.MAIL_HOST || "localhost";\n');
    expect((await backendLint(dir, 'codemod', 'env', '--yes')).code).toBe(0);
    expect(readApp(dir)['env.js']).toContain('    MAIL_HOST: optional("MAIL_HOST") ?? "localhost",\n});');
    expect(readApp(dir)['lib/mail.js']).toBe('const { env } = require("../env");\n\nexports.host = env.MAIL_HOST;\n');
    expect(load({ SIGNING_SECRET: 'x', LIMIT: '12' }, "console.log(require('./lib/mail').host)")).toBe('localhost\n');
  });
});

describe('codemod env', () => {
  it('adds to a zod module that is there, under the name that it has', async () => {
    const { changed } = await applied(
      {
        'package.json': packageJson(['zod'], { type: 'module' }),
        'tsconfig.json': TSCONFIG,
        'src/config.ts': `import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().default(80),
});

export const config = schema.parse(process.env);
`,
        'src/mail.ts': 'export const host = process.env.MAIL_HOST!;\nexport const port = process.env.PORT;\n',
      },
      'env',
    );
    expect(changed['src/config.ts']).toContain(
      '  PORT: z.coerce.number().default(80),\n  MAIL_HOST: z.string().min(1),\n});',
    );
    expect(changed['src/mail.ts']).toBe(
      "import { config } from './config.js';\n\nexport const host = config.MAIL_HOST;\nexport const port = config.PORT;\n",
    );
  });

  it('loads .env in the module where the code of the entry did, which would come too late', async () => {
    const { changed } = await applied(
      {
        'package.json': packageJson(['dotenv']),
        'index.js': "require('dotenv').config();\nconst { host } = require('./mail');\nconsole.log(host);\n",
        'mail.js': 'exports.host = process.env.MAIL_HOST;\n',
      },
      'env',
    );
    expect(changed['env.js']?.startsWith("require('dotenv').config();\n\n")).toBe(true);
  });

  it('keeps carriage returns', async () => {
    const { changed } = await applied(
      {
        'package.json': packageJson([]),
        'a.js': "const fs = require('fs');\r\nexports.a = process.env.DATA_DIR;\r\nexports.fs = fs;\r\n",
      },
      'env',
    );
    expect(changed['a.js']).toBe(
      "const fs = require('fs');\r\nconst { env } = require('./env');\r\nexports.a = env.DATA_DIR;\r\nexports.fs = fs;\r\n",
    );
  });

  it.each([
    [
      'a framework that builds',
      { 'package.json': packageJson(['next']), 'a.ts': 'export const a = process.env.A;\n' },
      /next reads the environment while it builds/,
    ],
    [
      'an unknown check',
      {
        'package.json': packageJson(['envalid']),
        'config.js':
          "const { cleanEnv, str } = require('envalid');\nmodule.exports = cleanEnv(process.env, { A: str() });\n",
        'a.js': 'exports.a = process.env.A;\n',
      },
      /config\.js checks the environment already/,
    ],
    [
      'another file by that name',
      { 'package.json': packageJson([]), 'env.js': 'exports.env = 1;\n', 'a.js': 'exports.a = process.env.A;\n' },
      /env\.js is there already/,
    ],
    [
      'what would not compile',
      {
        'package.json': packageJson([], { type: 'module' }),
        'tsconfig.json': TSCONFIG,
        'src/global.d.ts': 'declare namespace NodeJS { interface ProcessEnv { MODE_OF_WORK: "a" | "b" } }\n',
        'src/a.ts': 'export const mode: "a" | "b" = process.env.MODE_OF_WORK;\n',
      },
      /would no longer compile \(src\/a\.ts: TS2322/,
    ],
  ])('refuses %s in one line, and writes nothing', async (_, files, message) => {
    const dir = makeApp(files);
    const { code, stdout, stderr } = await backendLint(dir, 'codemod', 'env', '--yes');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(readApp(dir)).toEqual(files);
  });

  it('shows with --dry-run what it would write, as a diff, and writes nothing', async () => {
    const files = { 'package.json': packageJson([]), 'a.js': 'exports.a = process.env.DATA_DIR;\n' };
    const dir = makeApp(files);
    const dry = await backendLint(dir, 'codemod', 'env', '--dry-run');
    expect(readApp(dir)).toEqual(files);
    expect(dry.stdout).toContain('--- a/a.js\n+++ b/a.js\n@@ -1,1 +1,3 @@\n-exports.a = process.env.DATA_DIR;\n');
    const { stdout } = await backendLint(dir, 'codemod', 'env', '--yes');
    expect(stdout.startsWith(dry.stdout)).toBe(true);
  });

  it('has a help with every codemod', async () => {
    const { code, stdout } = await backendLint(makeApp({}), 'codemod', '--help');
    expect(code).toBe(0);
    for (const name of ['env', 'idempotency', 'singleton-client', 'pagination'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it('knows its names and options', async () => {
    const dir = makeApp({ 'package.json': packageJson([]) });
    expect(await backendLint(dir, 'codemod')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/needs a name: it is one of env/),
    });
    expect(await backendLint(dir, 'codemod', 'envs')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/Did you mean env\?/),
    });
    expect(await backendLint(dir, 'codemod', 'env', '--route', 'x')).toMatchObject({ code: 2 });
  });
});
