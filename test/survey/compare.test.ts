import { describe, expect, it } from 'vitest';
import { compareSurveys } from '../../src/survey/compare.js';
import { SHOP, surveyOf } from './shop.js';

describe('comparing surveys', () => {
  it('finds what came, went and changed, and takes moved lines for the same', async () => {
    const before = await surveyOf(SHOP);
    const app = SHOP['src/app.ts']!;
    const now = await surveyOf({
      ...SHOP,
      'src/orders.ts': `// moved by a line\n${SHOP['src/orders.ts']!.replace('ORDER BY id', 'ORDER BY id LIMIT 100')}`,
      'src/app.ts': app.replace("app.get('/rates'", "app.get('/exchange-rates'").replace('app.use(requireUser);\n', ''),
    });
    const changes = compareSurveys(before, now);
    expect(changes.newEndpoints.map((index) => now.endpoints[index]?.path)).toEqual(['/exchange-rates']);
    expect(changes.goneEndpoints.map(({ path }) => path)).toEqual(['/rates']);
    expect(
      changes.cells.map(({ endpoint, practice, from, to }) => [now.endpoints[endpoint]?.id, practice, from, to]),
    ).toEqual([
      ['GET /orders src/app.ts', 'authenticated', 'yes', 'no'],
      ['GET /orders src/app.ts', 'paginated', 'no', 'yes'],
      ['POST /orders src/app.ts', 'authenticated', 'yes', 'no'],
      ['POST /mails src/app.ts', 'authenticated', 'yes', 'no'],
    ]);
    expect(changes.goneFindings.map(({ rule }) => rule)).toEqual(['no-unpaginated-query']);
    expect(changes.newFindings).toEqual([]);
  });

  it('finds nothing between a survey and itself', async () => {
    const survey = await surveyOf(SHOP);
    expect(compareSurveys(survey, survey)).toMatchObject({
      newEndpoints: [],
      goneEndpoints: [],
      cells: [],
      newFindings: [],
      goneFindings: [],
    });
  });
});
