import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { FindingEntry } from '../../survey/document.js';
import { Severity } from './code.js';
import type { Detail } from './detail.js';
import { folderOf, placeText, survey } from './report-data.js';
import { Search, Select } from './select.js';
import { BreakablePath, Sentence } from './sentence.js';
import { SortHead } from './sort-head.js';
import { columnsFor, useTable, wordsOf } from './table.js';
import { plural } from './words.js';

const STEP = 300;
const helper = columnsFor<FindingEntry>();
const is = (pick: (finding: FindingEntry) => string) => ({
  filterFn: (row: { readonly original: FindingEntry }, _: string, value: string) => pick(row.original) === value,
});
const COLUMNS = helper.columns([
  helper.accessor(({ severity }) => severity, { id: 'severity', ...is(({ severity }) => severity) }),
  helper.accessor(({ rule }) => rule, { id: 'rule', ...is(({ rule }) => rule) }),
  helper.accessor(({ area }) => area, { id: 'area', ...is(({ area }) => area) }),
  helper.accessor(({ place }) => `${place.file}:${String(place.line).padStart(6, '0')}`, {
    id: 'place',
    ...is(({ place }) => folderOf(place.file)),
  }),
]);

/** Filters by their column; the place is filtered by its folder. */
export type FindingFilter = Readonly<Partial<Record<'severity' | 'rule' | 'area' | 'place', string>>>;

const textOf = ({ rule, area, message, place, severity }: FindingEntry): string =>
  [rule, area, message, place.file, severity].join(' ');

interface Props {
  readonly wanted: FindingFilter | null;
  readonly onOpen: (detail: Detail) => void;
}

/** Every finding, the errors first. */
export function Findings({ wanted, onOpen }: Props) {
  const table = useTable({
    data: survey.findings,
    columns: COLUMNS,
    textOf,
    sorting: [{ id: 'severity', desc: false }],
  });
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<FindingFilter>(wanted ?? {});
  const [most, setMost] = useState(STEP);
  useEffect(() => {
    if (wanted) setFilter(wanted);
  }, [wanted]);
  // Before the browser paints: what is shown never lags behind what is chosen.
  useLayoutEffect(() => {
    table.setGlobalFilter(wordsOf(search));
    table.setColumnFilters(Object.entries(filter).flatMap(([id, value]) => (value === '' ? [] : [{ id, value }])));
  }, [table, search, filter]);

  const { rows } = table.getRowModel();
  const choice = (label: string, column: keyof FindingFilter, pick: (finding: FindingEntry) => string) => (
    <Select
      label={label}
      value={filter[column] ?? ''}
      onChange={(value) => setFilter({ ...filter, [column]: value })}
      options={[['', 'All'], ...[...new Set(survey.findings.map(pick))].sort().map((each) => [each, each] as const)]}
    />
  );
  const isFiltered = search !== '' || Object.values(filter).some((value) => value !== '');
  if (survey.findings.length === 0) return <p>The rules reported nothing.</p>;
  return (
    <>
      <form class="filters" role="search" aria-label="Findings" onSubmit={(event) => event.preventDefault()}>
        <Search label="Search" value={search} onChange={setSearch} />
        {choice('Severity', 'severity', ({ severity }) => severity)}
        {choice('Area', 'area', ({ area }) => area)}
        {choice('Rule', 'rule', ({ rule }) => rule)}
        {choice('Folder', 'place', ({ place }) => folderOf(place.file))}
        <button
          type="button"
          class="plain"
          disabled={!isFiltered}
          onClick={() => {
            setSearch('');
            setFilter({});
          }}
        >
          Clear filters
        </button>
        <p class="result" role="status">
          {isFiltered
            ? `${rows.length} of ${plural(survey.findings.length, 'finding')}`
            : plural(survey.findings.length, 'finding')}
        </p>
      </form>
      <div class="scroll">
        <table class="list" aria-label="Findings" aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <SortHead column={table.getColumn('severity')} label="Severity" />
              <SortHead column={table.getColumn('rule')} label="Rule" />
              <SortHead column={table.getColumn('area')} label="Area" />
              <SortHead column={table.getColumn('place')} label="Place" />
              <th scope="col">Message</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map(({ original: finding }) => (
              <tr key={finding.key}>
                <td>
                  <Severity of={finding.severity} />
                </td>
                <th scope="row" class="rule">
                  <button type="button" class="link" onClick={() => onOpen({ kind: 'finding', finding })}>
                    {finding.rule}
                  </button>
                </th>
                <td class="muted">{finding.area}</td>
                <td class="place">
                  <BreakablePath text={placeText(finding.place)} />
                </td>
                <td class="message">
                  <Sentence text={finding.message} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most ? (
        <button type="button" class="plain" onClick={() => setMost(most + STEP)}>
          {`Show ${Math.min(STEP, rows.length - most)} more`}
        </button>
      ) : null}
    </>
  );
}
