import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EndpointEntry, Practice } from '../../survey/document.js';
import type { Detail } from './detail.js';
import { EndpointRow } from './endpoint-row.js';
import { keepOneStop, onGridFocus, onGridKey } from './grid-keys.js';
import { survey } from './report-data.js';
import { Search, Select } from './select.js';
import { SortHead } from './sort-head.js';
import { columnsFor, useTable, wordsOf } from './table.js';
import { LOOK_WORDS, LOOKS, lookOf, plural, PRACTICE_NAMES, PRACTICES, type Look } from './words.js';

/** More rows than these are asked for by a button. */
const STEP = 1000;
const helper = columnsFor<EndpointEntry>();
const COLUMNS = helper.columns([
  helper.accessor(({ method }) => method, {
    id: 'method',
    filterFn: (row, _, value: string) => row.original.method === value,
  }),
  helper.accessor(({ path }) => path ?? '', { id: 'path', sortFn: (a, b) => byPath(a.original, b.original) }),
  helper.accessor(({ handler }) => handler.name ?? '', { id: 'handler' }),
  helper.accessor(({ guards }) => guards.length, { id: 'guards' }),
  ...PRACTICE_NAMES.map((practice) =>
    helper.accessor(({ practices }) => LOOKS.indexOf(lookOf(practices[practice])), {
      id: practice,
      filterFn: (row, _, value: Look) => lookOf(row.original.practices[practice]) === value,
    }),
  ),
  helper.accessor(({ findings }) => findings.length, {
    id: 'findings',
    filterFn: (row) => row.original.findings.length > 0,
  }),
]);

const byPath = (a: EndpointEntry, b: EndpointEntry): number =>
  (a.path ?? '~').localeCompare(b.path ?? '~', 'en') || a.method.localeCompare(b.method, 'en');

const textOf = ({ method, path, handler, guards, place, framework }: EndpointEntry): string =>
  [method, path, handler.name, place.file, framework, ...guards.map(({ name }) => name)].join(' ');

/** A filter that another part of the page asks for. */
export interface Wanted {
  readonly practice: Practice;
  readonly look: Look;
}

interface Props {
  readonly wanted: Wanted | null;
  readonly onOpen: (detail: Detail) => void;
}

/** Endpoints as rows, practices as columns. */
export function Endpoints({ wanted, onOpen }: Props) {
  const table = useTable({
    data: survey.endpoints,
    columns: COLUMNS,
    textOf,
    sorting: [{ id: 'path', desc: false }],
  });
  const [search, setSearch] = useState('');
  const [method, setMethod] = useState('');
  const [practice, setPractice] = useState<Practice | ''>('');
  const [look, setLook] = useState<Look | ''>('');
  const [onlyFindings, setOnlyFindings] = useState(false);
  const [most, setMost] = useState(STEP);
  const body = useRef<HTMLTableSectionElement>(null);

  useEffect(() => {
    if (!wanted) return;
    setPractice(wanted.practice);
    setLook(wanted.look);
  }, [wanted]);
  // Before the browser paints: what is shown never lags behind what is chosen.
  useLayoutEffect(() => {
    table.setGlobalFilter(wordsOf(search));
    table.setColumnFilters([
      ...(method === '' ? [] : [{ id: 'method', value: method }]),
      ...(practice === '' || look === '' ? [] : [{ id: practice, value: look }]),
      ...(onlyFindings ? [{ id: 'findings', value: true }] : []),
    ]);
  }, [table, search, method, practice, look, onlyFindings]);
  useEffect(() => keepOneStop(body.current));

  // A row stays the same, and so is not drawn again, whatever is sorted or filtered.
  const drawn = useMemo(() => new Map<string, VNode>(), [onOpen]);
  const { rows } = table.getRowModel();
  const shown = rows.slice(0, most).map(({ original }) => {
    let row = drawn.get(original.id);
    if (!row) drawn.set(original.id, (row = <EndpointRow key={original.id} endpoint={original} onOpen={onOpen} />));
    return row;
  });
  const methods = [...new Set(survey.endpoints.map((endpoint) => endpoint.method))].sort();
  const isFiltered = search !== '' || method !== '' || (practice !== '' && look !== '') || onlyFindings;
  const reset = (): void => {
    setSearch('');
    setMethod('');
    setPractice('');
    setLook('');
    setOnlyFindings(false);
  };
  const head = (id: string, label: string, name?: string, title?: string) => (
    <SortHead
      key={id}
      column={table.getColumn(id)}
      label={label}
      {...(name === undefined ? {} : { class: name })}
      {...(title === undefined ? {} : { title })}
    />
  );

  if (survey.endpoints.length === 0) return <p>No endpoints were found in these files.</p>;
  return (
    <>
      <form class="filters" role="search" aria-label="Endpoints" onSubmit={(event) => event.preventDefault()}>
        <Search label="Search" value={search} onChange={setSearch} />
        <Select label="Method" value={method} onChange={setMethod} options={[['', 'All'], ...methods.map(same)]} />
        <Select
          label="Practice"
          value={practice}
          onChange={(value) => {
            setPractice(value as Practice | '');
            if (look === '') setLook('finding');
          }}
          options={[['', 'Any'], ...PRACTICE_NAMES.map((name) => [name, PRACTICES[name].label] as const)]}
        />
        <Select
          label="Answer"
          value={look}
          onChange={(value) => setLook(value as Look | '')}
          options={[['', 'Any'], ...LOOKS.map((each) => [each, LOOK_WORDS[each].label] as const)]}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={onlyFindings}
            onChange={(event) => setOnlyFindings(event.currentTarget.checked)}
          />
          With findings only
        </label>
        <button type="button" class="plain" disabled={!isFiltered} onClick={reset}>
          Clear filters
        </button>
        <p class="result" role="status">
          {isFiltered
            ? `${rows.length} of ${plural(survey.endpoints.length, 'endpoint')}`
            : plural(survey.endpoints.length, 'endpoint')}
        </p>
      </form>
      <Legend />
      <div class="scroll">
        <table class="matrix" aria-label="Endpoints and practices" aria-rowcount={rows.length + 1}>
          <colgroup>
            <col class="for-method" />
            <col class="for-path" />
            <col class="for-name" />
            <col class="for-name" />
            <col class="for-cells" span={PRACTICE_NAMES.length} />
            <col class="for-count" />
          </colgroup>
          <thead>
            <tr>
              {head('method', 'Method')}
              {head('path', 'Path', 'path')}
              {head('handler', 'Handler')}
              {head('guards', 'Guards')}
              {PRACTICE_NAMES.map((name) => head(name, PRACTICES[name].label, 'slim', PRACTICES[name].question))}
              {head('findings', 'Findings', 'slim', 'All findings on the way of a request')}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onGridKey} onFocusIn={onGridFocus}>
            {shown}
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

const same = (value: string): readonly [string, string] => [value, value];

const Legend = () => (
  <ul class="legend" aria-label="Legend">
    {LOOKS.map((look) => (
      <li key={look}>
        <span class={`mark icon icon-${look} ${look}`} aria-hidden="true" />
        <strong>{LOOK_WORDS[look].label}</strong>
        <span class="muted">{LOOK_WORDS[look].meaning}</span>
      </li>
    ))}
  </ul>
);
