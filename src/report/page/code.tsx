import type { FindingEntry, Place } from '../../survey/document.js';
import { excerpts, placeText, ruleOf } from './report-data.js';
import { Sentence } from './sentence.js';

const AROUND = 2;
const MOST = 16;

/** The lines of a place with two round it; the place's own are marked. */
export function Code({ place }: { readonly place: Place }) {
  const { file, line, endLine } = place;
  const lines = (excerpts[file] ?? []).filter(
    ([number]) => number >= line - AROUND && number <= Math.min(endLine + AROUND, line + MOST),
  );
  const last = lines.at(-1)?.[0] ?? 0;
  return (
    <figure class="code">
      <figcaption>{placeText(place)}</figcaption>
      {lines.length === 0 ? (
        <p class="muted">The source is not in this report.</p>
      ) : (
        <pre tabIndex={0} aria-label={`Code of ${file}, from line ${lines[0]![0]}`}>
          {lines.map(([number, text]) => (
            <code key={number} class={number >= line && number <= endLine ? 'line marked' : 'line'}>
              <span class="number">{number}</span>
              {text === '' ? ' ' : text}
            </code>
          ))}
          {last < endLine ? <code class="line muted">{`      … to line ${endLine}`}</code> : null}
        </pre>
      )}
    </figure>
  );
}

export const Severity = ({ of }: { readonly of: FindingEntry['severity'] }) => (
  <span class={`severity ${of}`}>{of === 'error' ? 'Error' : 'Warning'}</span>
);

/** A finding with its rule and the code that it is about. */
export function Finding({ finding }: { readonly finding: FindingEntry }) {
  const rule = ruleOf(finding.rule);
  return (
    <article class="finding">
      <p class="finding-head">
        <Severity of={finding.severity} />
        {rule ? (
          <a href={rule.url} title={rule.description} rel="noreferrer" target="_blank">
            {finding.rule}
          </a>
        ) : (
          finding.rule
        )}
        <span class="muted">{finding.area}</span>
      </p>
      <p>
        <Sentence text={finding.message} />
      </p>
      <Code place={finding.place} />
    </article>
  );
}
