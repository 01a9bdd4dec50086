/**
 * The README's pictures of the report: `backend-lint report` over the backends in test/apps, in light and dark, into
 * docs/report-<scheme>.png. Needs the build in dist and Debian's chromium.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startBrowser } from '../test/system/browser.mjs';

const MOST_BYTES = 300_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = process.env.DIST ?? join(root, 'dist');
const work = mkdtempSync(join(tmpdir(), 'screenshot-'));
const browser = await startBrowser();
try {
  cpSync(join(root, 'test/apps'), work, { recursive: true, filter: (path) => !path.includes('node_modules') });
  writeFileSync(join(work, 'package.json'), JSON.stringify({ name: 'marketplace', workspaces: ['*'] }));
  execFileSync(process.execPath, [join(dist, 'cli/main.js'), 'report', '--out', 'report.html'], { cwd: work });
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width: 1360, height: 800 }, colorScheme });
    await page.goto(`${pathToFileURL(join(work, 'report.html')).href}#endpoints`);
    await page.locator('.matrix tbody tr').first().waitFor();
    const path = join(root, `docs/report-${colorScheme}.png`);
    await page.screenshot({ path });
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MOST_BYTES}`);
    console.log(`${path}: ${Math.round(size / 1000)} kB`);
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
