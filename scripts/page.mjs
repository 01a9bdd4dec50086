/** Makes the report's page: browser code, style and the libraries' licences in one HTML file with a place for the data. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src/report/page');

/**
 * Writes `page.html` into a folder.
 * @param folder absolute
 */
export async function buildPage(folder) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(source, 'main.tsx')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfigRaw: {},
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const script = closed(outputFiles[0].text);
  const { outputFiles: styles } = await build({
    entryPoints: [join(source, 'page.css')],
    minify: true,
    target: ['chrome111', 'firefox113', 'safari16.4'],
    write: false,
    logLevel: 'error',
  });
  // What is not in the page itself can't be loaded, and no script runs but this one.
  const digest = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  let page = readFileSync(join(source, 'page.html'), 'utf8');
  const slots = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    style: `<style>${styles[0].text.trim()}</style>`,
    licences: `<script type="text/plain" id="licences">${closed(licences(metafile))}</script>`,
    script: `<script>${script}</script>`,
  };
  for (const [slot, text] of Object.entries(slots)) {
    const [before, after] = page.split(`<!--${slot}-->`);
    page = before + text + after;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'page.html'), page);
}

/** Text that can't end the script element that it stands in. */
const closed = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/** The licence texts of all packages that went into the bundle. */
function licences({ inputs }) {
  const folders = new Set();
  for (const input of Object.keys(inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  return [...folders]
    .sort()
    .map((folder) => {
      const path = join(root, folder);
      const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      const file = readdirSync(path).find((each) => /^licen[cs]e/i.test(each));
      if (!file && !existsSync(join(path, 'README.md'))) throw new Error(`No licence text in ${folder}`);
      const text = file ? readFileSync(join(path, file), 'utf8').trim() : `Licence: ${license}`;
      return `${name} ${version}\n\n${text}`;
    })
    .join('\n\n----\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage(process.argv[2] ?? join(root, 'dist/report'));
