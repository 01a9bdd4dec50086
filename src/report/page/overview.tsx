import type { FindingEntry } from '../../survey/document.js';
import type { Detail } from './detail.js';
import type { Wanted } from './endpoints.js';
import type { FindingFilter } from './findings.js';
import { Bars, type Part } from './plots.js';
import { findingAt, folderOf, survey, titleOf } from './report-data.js';
import { LOOK_WORDS, LOOKS, lookOf, plural, PRACTICE_NAMES, PRACTICES } from './words.js';

const SEVERITIES = [
  { kind: 'error', label: 'errors', class: 'error' },
  { kind: 'warning', label: 'warnings', class: 'warning' },
];
const LOOK_KINDS = (['yes', 'unknown', 'no', 'finding', 'na'] as const).map((look) => ({
  kind: look,
  label: LOOK_WORDS[look].label.toLowerCase(),
  class: look,
}));
const MOST_RULES = 14;
const MOST_FOLDERS = 12;
const REST = 'all others';

interface Props {
  readonly onFindings: (filter: FindingFilter) => void;
  readonly onEndpoints: (wanted: Wanted) => void;
  readonly onOpen: (detail: Detail) => void;
}

/** Figures and plots: where the project stands. */
export function Overview({ onFindings, onEndpoints, onOpen }: Props) {
  const { findings, endpoints, applications, outgoing, project } = survey;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const withFindings = endpoints.filter((endpoint) => endpoint.findings.length > 0).length;
  const figures: readonly (readonly [number, string])[] = [
    [endpoints.length, 'endpoints'],
    [withFindings, 'of them with findings'],
    [errors, 'errors'],
    [findings.length - errors, 'warnings'],
    [applications.length, 'applications'],
    [outgoing.filter(({ hasTimeLimit }) => hasTimeLimit === 'no').length, 'outgoing calls without a time limit'],
    [project.files, 'files'],
  ];
  const practices = PRACTICE_NAMES.flatMap((practice) =>
    LOOKS.map((look): Part => ({
      row: PRACTICES[practice].label,
      kind: look,
      count: endpoints.filter((endpoint) => lookOf(endpoint.practices[practice]) === look).length,
    })),
  );
  const byFolder = partsBy(findings, ({ place }) => folderOf(place.file), MOST_FOLDERS);
  const goTo = (column: keyof FindingFilter) => (row: string) => onFindings(row === REST ? {} : { [column]: row });
  return (
    <>
      <dl class="figures">
        {figures.map(([count, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {endpoints.length === 0 ? null : (
        <section aria-labelledby="practices-title">
          <h2 id="practices-title">What the endpoints do</h2>
          <ul class="keys" aria-label="Colours of the plot">
            {LOOK_KINDS.map(({ kind, label }) => (
              <li key={kind}>
                <span class={`key ${kind}`} />
                {label}
              </li>
            ))}
          </ul>
          <div class="plots">
            <Bars
              title="Practices, by share of the endpoints"
              parts={practices}
              kinds={LOOK_KINDS}
              isShare
              labelWidth={104}
              onChoose={(row) => {
                const practice = PRACTICE_NAMES.find((name) => PRACTICES[name].label === row);
                if (practice) onEndpoints({ practice, look: 'finding' });
              }}
            />
            <Worst onOpen={onOpen} />
          </div>
        </section>
      )}
      <section aria-labelledby="findings-title">
        <h2 id="findings-title">Findings</h2>
        <ul class="keys" aria-label="Colours of the plots">
          {SEVERITIES.map(({ kind, label }) => (
            <li key={kind}>
              <span class={`key ${kind}`} />
              {label}
            </li>
          ))}
        </ul>
        <div class="plots">
          <Bars
            title="By severity"
            parts={partsBy(findings, ({ severity }) => severity, 2)}
            kinds={SEVERITIES}
            labelWidth={80}
            onChoose={goTo('severity')}
          />
          <Bars
            title="By area"
            parts={partsBy(findings, ({ area }) => area, 10)}
            kinds={SEVERITIES}
            labelWidth={96}
            onChoose={goTo('area')}
          />
          <Bars
            title="By rule"
            parts={partsBy(findings, ({ rule }) => rule, MOST_RULES)}
            kinds={SEVERITIES}
            labelWidth={196}
            onChoose={goTo('rule')}
          />
          <Bars title="By folder" parts={byFolder} kinds={SEVERITIES} labelWidth={216} onChoose={goTo('place')} />
        </div>
      </section>
    </>
  );
}

/** The findings counted by something, the most frequent first, what is left over together. */
function partsBy(findings: readonly FindingEntry[], pick: (finding: FindingEntry) => string, most: number): Part[] {
  const totals = new Map<string, number>();
  for (const finding of findings) totals.set(pick(finding), (totals.get(pick(finding)) ?? 0) + 1);
  const rows = [...totals].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([row]) => row);
  const named = new Set(rows.slice(0, most));
  const shown = rows.length > most ? [...named, REST] : [...named];
  return shown.flatMap((row) =>
    (['error', 'warning'] as const).map((severity): Part => ({
      row,
      kind: severity,
      count: findings.filter(
        (finding) => finding.severity === severity && (named.has(pick(finding)) ? pick(finding) : REST) === row,
      ).length,
    })),
  );
}

const MOST_WORST = 9;

/** Where to look first: the endpoints with the most errors on the way, then with the most findings. */
function Worst({ onOpen }: Pick<Props, 'onOpen'>) {
  const worst = survey.endpoints
    .map((endpoint) => {
      const errors = endpoint.findings.filter((index) => findingAt(index).severity === 'error').length;
      return { endpoint, errors, warnings: endpoint.findings.length - errors };
    })
    .filter(({ endpoint }) => endpoint.findings.length > 0)
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings)
    .slice(0, MOST_WORST);
  if (worst.length === 0) return null;
  return (
    <div class="worst">
      <h3>Where to look first</h3>
      <ol>
        {worst.map(({ endpoint, errors, warnings }) => (
          <li key={endpoint.id}>
            <button type="button" class="link" onClick={() => onOpen({ kind: 'endpoint', endpoint })}>
              {titleOf(endpoint)}
            </button>
            <span class="muted">{toll(errors, warnings)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const toll = (errors: number, warnings: number): string =>
  [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : '']
    .filter(Boolean)
    .join(', ');
