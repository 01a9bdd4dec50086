import { expect, test } from 'vitest';
import { analyseSql, findLimitInsertion, isSqlTemplate, parameterize, type SqlPiece } from '../../src/sql/index.js';

/** A small deterministic generator (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const SHARDS = (
  'SELECT FROM WHERE AND OR IN NOT LIKE BETWEEN INSERT INTO VALUES UPDATE SET DELETE WITH AS UNION LIMIT OFFSET ORDER BY GROUP JOIN ON CASE WHEN ' +
  "THEN END ON_CONFLICT DO RETURNING ( ) ( ) [ ] , . ; ' \" ` $$ $1 ? :a ::int @p @@ -- /* */ \\ * = + - ->> a b_c t.id 1 2.5 \n # {} {} {x:Int} E' N' TOP " +
  'ARRAY INTERVAL IS DISTINCT \uFFFC é 😀 \u0000'
).split(' ');

function* templates(count: number): Generator<SqlPiece[]> {
  const next = random(42);
  const starts = ['SELECT', 'SELECT * FROM', 'INSERT INTO t', 'UPDATE t SET', 'DELETE FROM', 'WITH x AS (', ''];
  for (let n = 0; n < count; n++) {
    const pieces: SqlPiece[] = [];
    let text = starts[n % starts.length] ?? '';
    for (let i = 0; i < next() * 30; i++) {
      const shard = SHARDS[Math.floor(next() * SHARDS.length)] ?? '';
      if (shard === '{}') {
        pieces.push({ kind: 'text', text }, { kind: 'hole' });
        text = '';
      } else text += (next() < 0.8 ? ' ' : '') + shard;
    }
    yield [...pieces, { kind: 'text', text }];
  }
}

test('no text makes anything throw, and every hole gets a position', () => {
  let understood = 0;
  for (const pieces of templates(6000)) {
    isSqlTemplate(pieces);
    const analysis = analyseSql(pieces, { clause: 'start' });
    const holes = pieces.filter((piece) => piece.kind === 'hole').length;
    if (analysis) {
      understood++;
      expect(Object.keys(analysis.holes)).toHaveLength(holes);
    }
    const result = parameterize(pieces, { placeholder: '$n', lists: 'any', existing: 0 });
    if (result.ok)
      expect(result.bindings.flatMap((binding) => binding.holes)).toEqual(Array.from({ length: holes }, (_, i) => i));
    findLimitInsertion(pieces.map((piece) => (piece.kind === 'text' ? piece.text : 'x')).join(''));
  }
  expect(understood).toBeGreaterThan(1000);
});

test.each([
  ['opening parentheses', '('],
  ['opening subqueries', '(SELECT '],
  ['quotes', "'"],
  ['brackets', '[a'],
  ['dollar tags', '$a$ $b$ '],
  ['comments', '/**/'],
  ['comment starts', '/* --'],
  ['words', 'word '],
  ['conditions', 'AND a = 1 '],
  ['lists', 'a IN (1, 2), '],
  ['CTEs', 'x AS (SELECT * FROM x), '],
  ['calls', 'f(a, '],
  ['dots', 'a.'],
  ['colons', ':'],
  ['question marks', '? '],
])('ten thousand characters of %s are read at once', (_name, shard) => {
  for (const start of ['', 'SELECT * FROM t WHERE ', 'WITH ']) {
    const text = start + shard.repeat(Math.ceil(10_000 / shard.length));
    const pieces: SqlPiece[] = [{ kind: 'text', text }, { kind: 'hole' }, { kind: 'text', text: ' LIMIT 1' }];
    const before = performance.now();
    analyseSql(pieces, { clause: 'start' });
    isSqlTemplate(pieces);
    expect(performance.now() - before).toBeLessThan(300);
  }
});

test('thousands of holes are read at once', () => {
  for (const glue of ['', ' ', ', ', ' AND ', "','"]) {
    const pieces: SqlPiece[] = [{ kind: 'text', text: "SELECT * FROM t WHERE a IN ('" }];
    for (let i = 0; i < 3000; i++) pieces.push({ kind: 'hole' }, { kind: 'text', text: glue });
    pieces.push({ kind: 'text', text: "')" });
    const before = performance.now();
    analyseSql(pieces);
    expect(performance.now() - before).toBeLessThan(500);
  }
});
