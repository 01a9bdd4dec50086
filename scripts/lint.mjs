// `npm run lint`: types, ESLint and layout, beside each other; what each says is printed when it is done.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const TOOLS = [
  [resolve('eslint/package.json').replace('package.json', 'bin/eslint.js'), '.'],
  [resolve('typescript/bin/tsc'), '--noEmit', '-p', 'test'],
  [resolve('typescript/bin/tsc'), '--noEmit', '-p', 'src/report/page'],
  [resolve('prettier/package.json').replace('package.json', 'bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'],
];

const run = (args) =>
  new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      done(code === 0);
    });
  });

// The longest first, the others one after the other beside it.
const [eslint, ...others] = TOOLS;
const results = await Promise.all([
  run(eslint),
  others.reduce(async (before, tool) => [await before, await run(tool)].every(Boolean), Promise.resolve(true)),
]);
process.exitCode = results.every(Boolean) ? 0 : 1;
