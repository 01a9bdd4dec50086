// Compiles src to dist (one CommonJS build), writes the ESM wrapper that re-exports it, and bundles the report's page.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Run after `npm install` in a checkout (npm's `dependencies` script): pre-commit packs what it has cloned, and reads nothing but
// the name of the tarball from `npm pack`, so no script may speak there.
if (
  process.argv.includes('--if-missing') &&
  existsSync(join(dirname(fileURLToPath(import.meta.url)), '../dist/index.js'))
)
  process.exit(0);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
// Built aside and moved into place, so that whoever reads dist meanwhile never finds half of it.
const fresh = `${dist}.${process.pid}`;
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
try {
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json'), '--outDir', fresh], { stdio: 'inherit' });
} catch {
  rmSync(fresh, { recursive: true, force: true });
  process.exit(1);
}

// A second copy of the code for ESM would be a second plugin, and ESLint refuses that ("Cannot redefine plugin").
writeFileSync(
  join(fresh, 'index.mjs'),
  "import plugin from './index.js';\n\nexport default plugin;\nexport const { configs, meta, rules } = plugin;\n",
);
writeFileSync(
  join(fresh, 'index.d.mts'),
  "import plugin = require('./index.js');\n\nexport default plugin;\nexport declare const configs: typeof plugin.configs;\nexport declare const meta: typeof plugin.meta;\nexport declare const rules: typeof plugin.rules;\n",
);
// Loaded here: where nothing is to be built, nothing that builds need be installed.
await (await import('./page.mjs')).buildPage(join(fresh, 'report'));
writeFileSync(
  join(fresh, 'languages', 'index.mjs'),
  "import plugin from './index.js';\n\nexport default plugin;\nexport const { configs, languages, meta } = plugin;\n",
);
writeFileSync(
  join(fresh, 'languages', 'index.d.mts'),
  "import plugin = require('./index.js');\n\nexport default plugin;\nexport declare const configs: typeof plugin.configs;\nexport declare const languages: typeof plugin.languages;\nexport declare const meta: typeof plugin.meta;\n",
);
const bin = join(fresh, 'cli', 'main.js');
if (existsSync(bin)) chmodSync(bin, 0o755);

rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);
