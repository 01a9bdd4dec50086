import type { ComponentChildren } from 'preact';
import type { Changes } from '../../survey/compare.js';
import { Severity } from './code.js';
import type { Detail } from './detail.js';
import { findingAt, placeText, survey, titleOf } from './report-data.js';
import { momentOf, plural, PRACTICES } from './words.js';

interface Props {
  readonly changes: Changes;
  readonly onOpen: (detail: Detail) => void;
}

/** What became different since an earlier report. */
export function ChangesPage({ changes, onOpen }: Props) {
  const { before, newEndpoints, goneEndpoints, cells, newFindings, goneFindings } = changes;
  const better = cells.filter(({ to, from }) => to === 'yes' || from === 'no');
  const worse = cells.filter((cell) => !better.includes(cell));
  const cellsOf = (list: Changes['cells']) =>
    list.map(({ endpoint: index, practice, from, to }) => {
      const endpoint = survey.endpoints[index]!;
      return (
        <li key={`${index}${practice}`}>
          <button type="button" class="link" onClick={() => onOpen({ kind: 'cell', endpoint, practice })}>
            {titleOf(endpoint)}
          </button>
          {` ${PRACTICES[practice].label}: ${STATES[from]} before, ${STATES[to]} now`}
        </li>
      );
    });
  return (
    <>
      <p class="muted">
        {`Compared with the report of ${momentOf(before.madeAt)} (version ${before.version}, preset ${before.preset}).`}
        {before.preset === survey.project.preset ? '' : ' Other rules ran then: findings differ for that, too.'}
      </p>
      <Group title={plural(newFindings.length, 'new finding')}>
        {newFindings.map((index) => {
          const finding = findingAt(index);
          return (
            <li key={finding.key}>
              <Severity of={finding.severity} />
              <button type="button" class="link" onClick={() => onOpen({ kind: 'finding', finding })}>
                {finding.rule}
              </button>
              <span class="muted">{` ${placeText(finding.place)}`}</span>
            </li>
          );
        })}
      </Group>
      <Group title={plural(goneFindings.length, 'finding is gone', 'findings are gone')}>
        {goneFindings.map(({ key, severity, rule, place }) => (
          <li key={key}>
            <Severity of={severity} />
            {rule}
            <span class="muted">{` ${placeText(place)}`}</span>
          </li>
        ))}
      </Group>
      <Group title={plural(worse.length, 'practice got worse, or unclear', 'practices got worse, or unclear')}>
        {cellsOf(worse)}
      </Group>
      <Group title={plural(better.length, 'practice got better', 'practices got better')}>{cellsOf(better)}</Group>
      <Group title={plural(newEndpoints.length, 'new endpoint')}>
        {newEndpoints.map((index) => {
          const endpoint = survey.endpoints[index]!;
          return (
            <li key={endpoint.id}>
              <button type="button" class="link" onClick={() => onOpen({ kind: 'endpoint', endpoint })}>
                {titleOf(endpoint)}
              </button>
              <span class="muted">{` ${placeText(endpoint.place)}`}</span>
            </li>
          );
        })}
      </Group>
      <Group title={plural(goneEndpoints.length, 'endpoint is gone', 'endpoints are gone')}>
        {goneEndpoints.map(({ id, method, path, place }) => (
          <li key={id}>
            {`${method} ${path ?? '(unknown path)'}`}
            <span class="muted">{` ${placeText(place)}`}</span>
          </li>
        ))}
      </Group>
    </>
  );
}

const STATES = { yes: 'yes', no: 'no', na: 'not applicable', unknown: 'unknown' } as const;

const Group = ({ title, children }: { readonly title: string; readonly children: readonly ComponentChildren[] }) => (
  <section>
    <h2>{title}</h2>
    {children.length === 0 ? null : <ul class="plain-list changes">{children}</ul>}
  </section>
);
