/**
 * What linting costs beside parsing, in one process on the same files.
 *
 *     npm run bench [-- folder… --runs 7 --rules --peers <folder with node_modules> --json <file>]
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { readInput } from './input.mjs';
import { allParsable, sample } from './measure.mjs';
import { allSubjects } from './plugins.mjs';

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    rules: { type: 'boolean', default: false },
    peers: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
  },
});
const runs = Math.max(1, Number(options.runs) || 5);

const input = readInput(folders);
try {
  const found = input.files.length;
  input.files = allParsable(input);
  if (input.files.length === 0) throw new Error(`No file to measure in ${input.about}.`);
  const kiloLines = input.files.reduce((sum, { lines }) => sum + lines, 0) / 1000;
  const subjects = allSubjects({ withRules: options.rules, peerFolders: options.peers });
  introduce(found, kiloLines);
  const rows = summarise(measureAll(subjects), kiloLines);
  print(rows);
  if (options.json)
    writeFileSync(options.json, `${JSON.stringify({ input: input.about, kiloLines, runs, rows }, null, 2)}\n`);
} finally {
  input.remove();
}

function introduce(found, kiloLines) {
  const unparsable = found - input.files.length;
  console.log(`${input.files.length} files, ${kiloLines.toFixed(1)} kLOC: ${input.about}`);
  if (unparsable > 0) console.log(`(${unparsable} more do not parse and are left out)`);
  console.log(`Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown CPU'}

How it is measured
- CPU time of this process (user and system, all threads, so garbage collection counts), not the clock on the wall.
- Files are read before, but other files that a rule asks for are read from disk while the clock runs, as for a user.
- Every sample is a user's single run: the plugin is loaded anew, so no cache of an earlier sample helps, and each file is
  parsed and linted once. Loading itself is not counted. The code of a plugin so starts unoptimised in every sample, while
  ESLint and the parser are warm after the first: the ratios err against the plugins.
- Samples are interleaved: each of ${runs} rounds measures everything once, in turning order, after a warm-up of parsing.
- "parse only" is ESLint with @typescript-eslint/parser and no rules: parsing, scopes, traversal. Ratios are to it.
- Heap is what is still held after a full collection: after half of the files, and after all of them.
`);
}

/** `runs` rounds over all subjects, each round starting with another one. */
function measureAll(subjects) {
  const results = new Map(subjects.map(({ name }) => [name, []]));
  const errors = new Map();
  sample(subjects[0].load, input);
  for (let round = 0; round < runs; round++) {
    for (let index = 0; index < subjects.length; index++) {
      const { name, load } = subjects[(index + round) % subjects.length];
      if (errors.has(name)) continue;
      try {
        results.get(name).push(sample(load, input));
      } catch (error) {
        errors.set(name, String(error.message).replace(/\s+/g, ' ').slice(0, 200));
      }
    }
  }
  return { results, errors };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function summarise({ results, errors }, kiloLines) {
  const parse = median(results.get('parse only').map(({ cpu }) => cpu));
  return [...results].map(([name, samples]) => {
    if (errors.has(name)) return { name, error: errors.get(name) };
    const cpus = samples.map(({ cpu }) => cpu);
    const last = samples.at(-1);
    return {
      name,
      cpu: median(cpus),
      perKiloLine: median(cpus) / kiloLines,
      ratio: median(cpus) / parse,
      ratioLeast: Math.min(...cpus) / parse,
      ratioMost: Math.max(...cpus) / parse,
      findings: last.findings,
      faults: last.faults,
      heapHalf: median(samples.map(({ heapHalf }) => heapHalf)),
      heapAll: median(samples.map(({ heapAll }) => heapAll)),
    };
  });
}

function print(rows) {
  const table = [
    ['', 'ms/kLOC', '× parse', '(least–most)', 'findings', 'heap MB, half', 'all'],
    ...rows.map((row) =>
      row.error
        ? [row.name, `failed: ${row.error}`]
        : [
            row.name,
            row.perKiloLine.toFixed(2),
            row.ratio.toFixed(3),
            `(${row.ratioLeast.toFixed(2)}–${row.ratioMost.toFixed(2)})`,
            String(row.findings),
            row.heapHalf.toFixed(1),
            row.heapAll.toFixed(1),
          ],
    ),
  ];
  const widths = table[0].map((_, column) =>
    Math.max(...table.filter((row) => row.length > 2 || column === 0).map((row) => row[column].length)),
  );
  for (const row of table) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])));
    console.log(cells.join('  ').trimEnd());
  }
  for (const { name, faults } of rows) {
    if (faults > 0) console.log(`${name}: the analysis failed ${faults} times, so its time is too good.`);
  }
}
