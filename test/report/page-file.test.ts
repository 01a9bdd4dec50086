import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excerptsOf } from '../../src/report/excerpts.js';
import { renderPage } from '../../src/report/page-file.js';
import { readSurvey } from '../../src/survey/read.js';
import type { Survey } from '../../src/survey/document.js';
import { makeProject } from '../cli/bin.js';
import { runReport, SHOP, surveyOf } from '../survey/shop.js';

const TEMPLATE = '<body><!--report-data--></body>';
const hostile = (survey: Survey, text: string): Survey => ({ ...survey, project: { ...survey.project, name: text } });

describe('the page of a report', () => {
  it.each(['</script><img src=x onerror=alert(1)>', '<!--<script>', "$& $1 $' `", '\u2028\u2029'])(
    'holds %s as data that ends no element',
    async (text) => {
      const survey = hostile(await surveyOf(SHOP), text);
      const page = renderPage(TEMPLATE, { survey, excerpts: {}, changes: null });
      const inside = page.slice(page.indexOf('>', page.indexOf('<script')) + 1, page.lastIndexOf('</script>'));
      expect(inside).not.toMatch(/[<\u2028\u2029]/);
      expect((await readSurvey(page)).project.name).toBe(text);
    },
  );

  it('shows lines round each place, and no longer stretch than can be read', async () => {
    const survey = await surveyOf(SHOP);
    const long = Array.from({ length: 100 }, (_, index) => `line ${index + 1}${'x'.repeat(300)}`).join('\n');
    const [finding] = survey.findings;
    const only: Survey = {
      ...survey,
      endpoints: [],
      findings: [{ ...finding!, place: { file: 'a.ts', line: 40, endLine: 90 } }],
    };
    const lines = excerptsOf(only, () => long)['a.ts']!;
    expect(lines.map(([line]) => line)).toEqual(Array.from({ length: 19 }, (_, index) => 38 + index));
    expect(lines[0]![1]).toHaveLength(240);
  });

  it('leaves out what can’t be read', async () => {
    expect(excerptsOf(await surveyOf(SHOP), () => null)).toEqual({});
  });
});

describe('an earlier report', () => {
  it.each([
    ['hello', 'it is neither the JSON nor the page of a report'],
    ['{"version": 7}', 'it is of version 7; this backend-lint reads version 1'],
    ['{"version": 1}', 'it is no survey'],
    ['[]', 'it is no survey'],
  ])('%s is refused', async (text, reason) => {
    await expect(readSurvey(text)).rejects.toThrow(reason);
  });

  it('that can’t be read stops the command before any work', async () => {
    const root = makeProject({ 'a.ts': '' });
    writeFileSync(join(root, 'old.json'), 'no');
    await expect(runReport(root, ['--compare', 'old.json'])).rejects.toThrow(
      "Can't compare with old.json: it is neither the JSON nor the page of a report.",
    );
    await expect(runReport(root, ['--compare', 'gone.json'])).rejects.toThrow("Can't compare with gone.json: ENOENT");
  });
});

describe('the options of report', () => {
  it.each([
    [['--format', 'json'], 'report knows --out, --json, --compare and --preset.'],
    [['--preset', 'strct'], '--preset takes one of'],
    [['--json', '--compare', 'a'], '--compare is for the page'],
    [['--json', 'empty'], 'No such file or folder'],
  ])('%j: %s', async (args, reason) => {
    await expect(runReport(makeProject({ 'a.ts': '' }), args)).rejects.toThrow(reason);
  });
});
