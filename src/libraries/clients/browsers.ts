import type { ExportRow, Library, MemberRow } from '../../model/library.js';

/** What the page loads, the server loads: an address, or HTML with addresses in it. */
const address: MemberRow = { sinks: [{ kind: 'url', at: ['0'] }] };
const markup: MemberRow = { sinks: [{ kind: 'html', at: ['0'] }] };
const program: MemberRow = { sinks: [{ kind: 'code', at: ['0'] }] };
const types: Library['types'] = {
  Launcher: { members: { launch: { returns: 'Browser' }, connect: { returns: 'Browser' } } },
  Browser: {
    members: {
      newPage: { returns: 'Page' },
      newContext: { returns: 'Browser' },
      createBrowserContext: { returns: 'Browser' },
      close: {},
    },
  },
  Page: {
    members: { goto: address, setContent: markup, evaluate: program, addScriptTag: {}, pdf: {}, screenshot: {} },
  },
};
const launcher: ExportRow = { type: 'Launcher' };

/** Headless browsers: https://pptr.dev/api/puppeteer.page.goto, https://playwright.dev/docs/api/class-page */
export const browsers: readonly Library[] = [
  {
    name: 'puppeteer',
    kind: 'clients',
    modules: ['puppeteer', 'puppeteer-core', 'puppeteer-extra', 'rebrowser-puppeteer'],
    exports: {
      default: launcher,
      launch: { returns: 'Browser' },
      connect: { returns: 'Browser' },
      Browser: { annotation: 'Browser' },
      Page: { annotation: 'Page' },
    },
    types: types,
  },
  {
    name: 'playwright',
    kind: 'clients',
    modules: ['playwright', 'playwright-core', 'playwright-chromium'],
    exports: {
      chromium: launcher,
      firefox: launcher,
      webkit: launcher,
      Browser: { annotation: 'Browser' },
      Page: { annotation: 'Page' },
    },
    types: types,
  },
  {
    // https://github.com/marcbachmann/node-html-pdf, https://www.npmjs.com/package/wkhtmltopdf, /html-pdf-node
    name: 'html-pdf',
    kind: 'clients',
    modules: ['html-pdf', 'wkhtmltopdf', 'phantom-html-to-pdf', 'html-pdf-node', 'pdf-creator-node'],
    exports: {
      create: markup,
      default: markup,
      generatePdf: {
        sinks: [
          { kind: 'html', at: ['0.content'] },
          { kind: 'url', at: ['0.url'] },
        ],
      },
    },
  },
];
