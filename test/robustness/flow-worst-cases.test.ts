import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

/** Code that no one writes by hand and generators do: following data through it must not take the square of its length. */
const FLOW_RULES = [
  'no-code-injection',
  'no-command-injection',
  'no-log-injection',
  'no-mass-assignment',
  'no-nosql-injection',
  'no-open-redirect',
  'no-param-type-confusion',
  'no-path-traversal',
  'no-prototype-pollution',
  'no-reflected-xss',
  'no-ssrf',
  'no-template-injection',
  'no-unsafe-deserialization',
  'no-user-regexp',
  'no-xxe',
  'require-input-validation',
];
/** Processor time of all these rules together, on a busy machine. */
const MOST_MILLISECONDS = 4000;

const HEAD =
  "import express from 'express';\nimport { exec } from 'node:child_process';\nimport fs from 'node:fs';\nconst app = express();\n";
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const route = (body: string): string => `app.post('/x', async (req, res) => {\n${body}\n});\n`;

const CASES: Readonly<Record<string, string>> = {
  'ten thousand lines of routes': lines(
    2500,
    (i) =>
      `app.get('/r${i}', (req, res) => {\n  const name${i} = req.query.name${i};\n  fs.readFile('/srv/' + name${i}, () => res.end());\n});`,
  ),
  'a deep chain of calls': `${lines(1000, (i) => `function f${i}(value) { return f${i + 1}(value + '${i}'); }`)}
function f1000(value) { exec(value); return value; }\n${route('f0(req.body.name);')}`,
  'calls in a circle': `${lines(300, (i) => `function f${i}(value) { exec('a ' + f${(i + 1) % 300}(value)); return f${(i * 7 + 3) % 300}(value) + f${(i * 11 + 5) % 300}(value); }`)}\n${route('f0(req.body.name);')}`,
  'a name written a thousand times': route(
    `let name = req.query.name;\n${lines(1000, (i) => `if (req.query.a${i}) name = name + req.query.b${i} + name;`)}\nexec(name);`,
  ),
  'a chain of names': route(
    `const n0 = req.body;\n${lines(2000, (i) => `const n${i + 1} = { ...n${i}, a: n${i}.b };`)}\nexec(n2000.a);`,
  ),
  'a fan of names': route(
    `const n0 = req.body.x;\n${lines(200, (i) => `const n${i + 1} = n${i} + n${i} + n${i};`)}\nexec(n200);`,
  ),
  'branches in branches': route(
    `let name = req.body.name;\n${lines(300, (i) => `if (name !== 'a${i}') {`)}\nexec(name);${'}'.repeat(300)}`,
  ),
  'checks in a row': route(
    `const { name } = req.body;\n${lines(2000, (i) => `if (!/^[a-z]+${i}$/m.test(name)) return res.end();`)}\nexec(name);`,
  ),
  'a text of thousands of pieces': route(
    `exec(${Array.from({ length: 2000 }, (_, i) => `req.query.a${i}`).join(' + ')});`,
  ),
  'methods in a circle': `class A {\n${lines(400, (i) => `m${i}(v) { this.f${i} = v; exec(this.f${(i + 1) % 400}); return this.m${(i + 1) % 400}(this.f${i}); }`)}\n}
const a = new A();\n${route('a.m0(req.body.name);')}`,
  'thousands of calls of one helper': `const read = (name) => fs.readFileSync(\`/srv/\${name}\`);\n${route(lines(9000, (i) => `read(req.query.n${i % 50});`))}`,
};

function measure(code: string, rules: Linter.RulesRecord): { milliseconds: number; messages: Linter.LintMessage[] } {
  const started = process.cpuUsage();
  const messages = new Linter({ cwd: '/' }).verify(
    code,
    {
      files: ['**/*.js'],
      plugins: { backend: plugin as never },
      languageOptions: { parser: parser as Linter.Parser },
      rules,
    },
    { filename: '/service/src/app.js' },
  );
  const { user, system } = process.cpuUsage(started);
  return { milliseconds: (user + system) / 1000, messages };
}

describe('following data through generated code', () => {
  const rules = Object.fromEntries(FLOW_RULES.map((name) => [`backend/${name}`, 'error' as const]));

  it.each(Object.entries(CASES))('ends soon: %s', { timeout: 60_000 }, (_, body) => {
    const code = HEAD + body;
    const parsing = measure(code, {}).milliseconds;
    const { milliseconds, messages } = measure(code, rules);
    expect(messages.filter(({ fatal, messageId }) => fatal || messageId === 'internalError')).toEqual([]);
    expect(milliseconds - parsing).toBeLessThan(MOST_MILLISECONDS);
  });
});
