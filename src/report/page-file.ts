import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportData } from './data.js';

/** Where the build puts the data's place in the page. */
const SLOT = '<!--report-data-->';

/** The page without data, as the build left it beside this module. */
export const readTemplate = (): string => readFileSync(join(__dirname, 'page.html'), 'utf8');

/**
 * The page with its data in it. Nothing in the data can end the element or begin a comment: every `<` is written as
 * JSON's escape, and so are the line separators that are newlines to JavaScript.
 */
export function renderPage(template: string, data: ReportData): string {
  const json = JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  const element = `<script type="application/json" id="report-data">${json}</script>`;
  // Not `replace(SLOT, element)`: dollar signs in the data would be read as patterns.
  const [before, after] = template.split(SLOT);
  if (before === undefined || after === undefined)
    throw new Error('The page has no place for its data (internal error)');
  return before + element + after;
}
