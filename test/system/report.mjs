#!/usr/bin/env node
/**
 * The page of `backend-lint report` in a real browser (Debian's package `chromium`): it draws, filters, sorts, goes by
 * the keyboard, says nothing on the console, is accessible by axe-core in light and dark, shows 500 endpoints in under a
 * second, and takes hostile names and code for text. Needs the build in `dist`.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { startBrowser } from './browser.mjs';
import { HOSTILE, largeSurvey } from './large-survey.mjs';

const ENDPOINTS = 500;
const MOST_MILLISECONDS = 1000;
const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = process.env.DIST ?? join(root, 'dist');
const { readTemplate, renderPage } = require(join(dist, 'report/page-file.js'));
const { compareSurveys } = require(join(dist, 'survey/compare.js'));
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const work = mkdtempSync(join(tmpdir(), 'report-'));
const browser = await startBrowser();
let failed = 0;
try {
  const [large, small, hostile] = [write('large', ENDPOINTS), write('small', 40), writeHostile()];
  await check('draws what a report holds', () => drawsAll(large));
  await check('filters', () => filters(large));
  await check('sorts', () => sorts(large));
  await check('goes by the keyboard', () => goesByKeys(large));
  await check('switches between light and dark, and remembers', () => switchesTheme(large));
  await check(`shows ${ENDPOINTS} endpoints in under ${MOST_MILLISECONDS} ms`, () => isFast(large));
  await check('shows hostile names, code and messages as text', () => isUnharmed(hostile));
  for (const scheme of ['light', 'dark'])
    await check(`is accessible in ${scheme} (axe-core)`, () => isAccessible(small, scheme));
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

async function check(what, run) {
  const started = Date.now();
  try {
    const more = await run();
    console.log(`ok: the report ${what}${more ? ` (${more})` : ''}, ${Date.now() - started} ms`);
  } catch (error) {
    failed++;
    console.log(`not ok: the report ${what}\n${error.stack}`);
  }
}

function write(name, count) {
  const file = join(work, `${name}.html`);
  const now = largeSurvey(count);
  const changes = compareSurveys(largeSurvey(count - 20, 3), now);
  writeFileSync(file, renderPage(readTemplate(), { survey: now, excerpts: excerptsFor(now), changes }));
  return file;
}

function excerptsFor({ endpoints }) {
  const lines = (from) => Array.from({ length: 12 }, (_, index) => [from + index, `  const a${index} = '${HOSTILE}';`]);
  return Object.fromEntries(endpoints.map(({ place: { file, line } }) => [file, lines(line)]));
}

/** A project whose names, paths and code try to become elements, through the command itself. */
function writeHostile() {
  const project = join(work, 'hostile');
  mkdirSync(join(project, 'src'), { recursive: true });
  const manifest = { name: HOSTILE, dependencies: { express: '5.1.0', pg: '8.16.0' } };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  const code = `import express from 'express';
import { Pool } from 'pg';
const pool = new Pool();
const app = express();
const open = "<!--<script>${HOSTILE}";
app.get("/a${HOSTILE}", async (req, res) => {
  const { rows } = await pool.query("SELECT '${HOSTILE}' FROM a WHERE b = '" + req.query.b + "'");
  res.json(rows); // ${HOSTILE}
});
app.listen(3000);
`;
  writeFileSync(join(project, 'src', '<img src=x onerror=alert(1)>.ts'), code);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(dist, 'cli/main.js'), 'report', '--out', 'report.html'],
    {
      cwd: project,
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0, stderr);
  return join(project, 'report.html');
}

/** Opens a page; what it says on the console, asks for or pops up is a fault of it. */
async function withPage(file, hash, run, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const faults = [];
  const page = await context.newPage();
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => request.url().startsWith('file:') || faults.push(`request: ${request.url()}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  try {
    if (file !== 'about:blank') await page.goto(pathToFileURL(file).href + hash);
    const more = await run(page);
    assert.deepEqual(faults, []);
    return more;
  } finally {
    await context.close();
  }
}

function rows(page) {
  return page.locator('tbody tr');
}

function texts(page, column) {
  return page.locator(`tbody tr > :nth-child(${column})`).allInnerTexts();
}

function labels(page, column) {
  return page
    .locator(`tbody tr > :nth-child(${column}) button`)
    .evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')));
}

/** The page draws itself anew a moment after what is done to it. */
async function eventually(ask, wanted) {
  for (const end = Date.now() + 5000; ;) {
    const got = await ask();
    if (isDeepStrictEqual(got, wanted)) return;
    if (Date.now() > end) return assert.deepEqual(got, wanted);
    await new Promise((done) => setTimeout(done, 20));
  }
}

function status(page) {
  return page.locator('[role=status]').innerText();
}

function drawsAll(file) {
  return withPage(file, '', async (page) => {
    await page.getByRole('heading', { name: 'large', exact: true }).waitFor();
    assert.equal(await page.locator('.plot svg').count(), 5);
    assert.equal(await page.locator('.figures dd').first().innerText(), String(ENDPOINTS));
    for (const tab of ['endpoints', 'findings', 'system', 'changes']) {
      await page.locator(`#tab-${tab}`).click();
      assert.equal(await page.locator(`#panel-${tab}`).isVisible(), true);
      assert.notEqual(await page.locator(`#panel-${tab}`).innerText(), '');
    }
    assert.match(await page.locator('#panel-changes').innerText(), /20 new endpoints/);
    // A figure of the overview leads to what it counts.
    await page.locator('#tab-overview').click();
    await page.getByText('By rule as a list').click();
    await page.getByRole('button', { name: 'no-sql-concat' }).click();
    await eventually(async () => [...new Set(await texts(page, 2))], ['no-sql-concat']);
    await rows(page).first().getByRole('button').click();
    assert.match(await page.locator('dialog .code').first().innerText(), /const a0 = /);
    assert.match(await page.locator('#licences').textContent(), /Permission is hereby granted|Permission to use/);
  });
}

function filters(file) {
  return withPage(file, '#endpoints', async (page) => {
    const methods = async () => [...new Set(await texts(page, 1))];
    const clear = () => page.getByRole('button', { name: 'Clear filters' }).click();
    await eventually(() => rows(page).count(), ENDPOINTS);
    await page.getByLabel('Search').fill('things/7 post');
    await eventually(methods, ['POST']);
    assert.match(await status(page), new RegExp(`^\\d+ of ${ENDPOINTS} endpoints$`));
    await clear();
    await eventually(() => rows(page).count(), ENDPOINTS);
    await page.getByRole('combobox', { name: 'Method' }).selectOption('DELETE');
    await eventually(methods, ['DELETE']);
    await page.getByRole('combobox', { name: 'Practice' }).selectOption('paginated');
    await page.getByRole('combobox', { name: 'Answer' }).selectOption('unknown');
    await eventually(async () => [...new Set(await labels(page, 9))], ['Paginated: Unknown']);
    await clear();
    await page.getByLabel('With findings only').check();
    await eventually(async () => (await texts(page, 14)).includes('0'), false);
    await page.getByLabel('Search').fill('nothing is called so');
    await eventually(() => rows(page).count(), 0);
    assert.equal(await status(page), `0 of ${ENDPOINTS} endpoints`);
  });
}

function sorts(file) {
  return withPage(file, '#endpoints', async (page) => {
    const head = (name) => page.getByRole('columnheader', { name, exact: true });
    const sortedBy = (name) => head(name).getAttribute('aria-sort');
    await eventually(() => sortedBy('Path'), 'ascending');
    const byPath = await texts(page, 2);
    assert.deepEqual(
      byPath,
      byPath.toSorted((a, b) => a.localeCompare(b, 'en')),
    );
    await head('Findings').getByRole('button').click();
    await eventually(() => sortedBy('Findings'), 'ascending');
    await head('Findings').getByRole('button').click();
    await eventually(() => sortedBy('Findings'), 'descending');
    const counts = (await texts(page, 14)).map(Number);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
    await head('Validated').getByRole('button').click();
    await eventually(async () => (await labels(page, 5))[0], 'Validated: No, finding');
  });
}

function goesByKeys(file) {
  return withPage(file, '', async (page) => {
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    await page.locator('#tab-overview').focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await focused(), /^endpoints/);
    await page.locator('.matrix tbody [tabindex="0"]').waitFor();
    assert.equal(await page.locator('.matrix tbody [tabindex="0"]').count(), 1);
    await page.locator('.matrix tbody [tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await focused(), /^Validated: /);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    assert.match(await focused(), /^(?:Cached: |\d+ findings?$)/);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const cell = await focused();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.closest('dialog') !== null), true);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    assert.equal(await focused(), cell);
    assert.equal(await page.locator('.matrix tbody [tabindex="0"]').count(), 1);
  });
}

async function switchesTheme(file) {
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(16, 20, 25)'];
  await withPage(file, '', async (page) => {
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await eventually(background, light);
    await page.getByRole('radio', { name: 'dark' }).check();
    await eventually(background, dark);
    await page.reload();
    await eventually(background, dark);
    await page.getByRole('radio', { name: 'system' }).check();
    await eventually(background, light);
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(background, dark);
  });
}

/** The processor's time of the page's thread, not the clock's: a busy machine makes it wait. The best of three. */
async function isFast(file) {
  const times = [];
  for (let i = 0; i < 3; i++)
    await withPage('about:blank', '', async (page) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.goto(`${pathToFileURL(file).href}#endpoints`);
      await page.waitForFunction((count) => document.querySelectorAll('tbody tr').length === count, ENDPOINTS);
      const clock = await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => done(performance.now()))),
      );
      const { metrics } = await devtools.send('Performance.getMetrics');
      times.push({ clock, work: metrics.find(({ name }) => name === 'TaskDuration').value * 1000 });
    });
  const best = (name) => Math.round(Math.min(...times.map((each) => each[name])));
  assert.ok(best('work') > 0 && best('work') < MOST_MILLISECONDS, `${best('work')} ms of the processor`);
  return `${best('work')} ms of the processor, ${best('clock')} ms by the clock`;
}

function isUnharmed(file) {
  return withPage(file, '', async (page) => {
    await page.getByRole('heading', { name: HOSTILE, exact: true }).waitFor();
    for (const tab of ['endpoints', 'findings', 'system']) {
      await page.locator(`#tab-${tab}`).click();
      assert.match(await page.locator(`#panel-${tab}`).innerText(), /<img src=x onerror=alert\(1\)>/);
    }
    await page.locator('#tab-findings').click();
    await rows(page).filter({ hasText: 'no-sql-concat' }).getByRole('button').click();
    assert.ok((await page.locator('dialog pre').first().innerText()).includes(HOSTILE));
    assert.equal(await page.locator('img, iframe, object').count(), 0);
  });
}

async function isAccessible(file, colorScheme) {
  const violations = [];
  await withPage(
    file,
    '',
    async (page) => {
      await page.evaluate(axe);
      const look = async (where) => {
        const { violations: found } = await page.evaluate(() => globalThis.axe.run());
        violations.push(
          ...found.map(({ id, nodes }) => `${where}: ${id} ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`),
        );
      };
      for (const tab of ['overview', 'endpoints', 'findings', 'system', 'changes']) {
        await page.locator(`#tab-${tab}`).click();
        await look(tab);
      }
      await page.locator('#tab-endpoints').click();
      await page.locator('tbody .mark.finding').first().click();
      await look('a cell');
      await page.keyboard.press('Escape');
      await page.locator('tbody .path button').first().click();
      await look('an endpoint');
    },
    { colorScheme },
  );
  assert.deepEqual(violations, []);
}
