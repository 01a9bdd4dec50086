import type { EndpointEntry, FindingEntry, Practice } from '../../survey/document.js';
import { Code, Finding } from './code.js';
import { Drawer } from './dialog.js';
import { Icon } from './icon.js';
import { findingAt, placeText, titleOf } from './report-data.js';
import { Sentence } from './sentence.js';
import { LOOK_WORDS, lookOf, plural, PRACTICE_NAMES, PRACTICES } from './words.js';

/** What the drawer shows. */
export type Detail =
  | { readonly kind: 'cell'; readonly endpoint: EndpointEntry; readonly practice: Practice }
  | { readonly kind: 'endpoint'; readonly endpoint: EndpointEntry }
  | { readonly kind: 'finding'; readonly finding: FindingEntry };

export function DetailDrawer({ detail, onClose }: { readonly detail: Detail; readonly onClose: () => void }) {
  switch (detail.kind) {
    case 'cell':
      return <CellDetail {...detail} onClose={onClose} />;
    case 'endpoint':
      return <EndpointDetail {...detail} onClose={onClose} />;
    case 'finding':
      return (
        <Drawer title={detail.finding.rule} subtitle={placeText(detail.finding.place)} onClose={onClose}>
          <Finding finding={detail.finding} />
        </Drawer>
      );
  }
}

interface CellProps {
  readonly endpoint: EndpointEntry;
  readonly practice: Practice;
  readonly onClose: () => void;
}

function CellDetail({ endpoint, practice, onClose }: CellProps) {
  const cell = endpoint.practices[practice];
  const look = lookOf(cell);
  const findings = cell.findings.map(findingAt);
  const shown = new Set(findings.map(({ place }) => placeText(place)));
  const proof = cell.proof && !shown.has(placeText(cell.proof)) ? cell.proof : null;
  if (proof) shown.add(placeText(proof));
  return (
    <Drawer title={titleOf(endpoint)} subtitle={PRACTICES[practice].question} onClose={onClose}>
      <p class={`verdict ${look}`}>
        <Icon look={look} />
        <strong>{`${PRACTICES[practice].label}: ${LOOK_WORDS[look].label.toLowerCase()}`}</strong>
      </p>
      {look === 'finding' ? null : (
        <p>
          <Sentence text={cell.why} />
        </p>
      )}
      {findings.map((finding) => (
        <Finding key={finding.key} finding={finding} />
      ))}
      {proof ? (
        <>
          <h3>{cell.state === 'yes' ? 'Where the code does it' : 'Where it shows'}</h3>
          <Code place={proof} />
        </>
      ) : null}
      {shown.has(placeText(endpoint.place)) ? null : (
        <>
          <h3>The endpoint</h3>
          <Code place={endpoint.place} />
        </>
      )}
    </Drawer>
  );
}

function EndpointDetail({ endpoint, onClose }: Omit<CellProps, 'practice'>) {
  const { handler, guards, practices, findings, place, framework } = endpoint;
  return (
    <Drawer title={titleOf(endpoint)} subtitle={`${framework}, ${placeText(place)}`} onClose={onClose}>
      <h3>Practices</h3>
      <dl class="practices">
        {PRACTICE_NAMES.map((practice) => {
          const look = lookOf(practices[practice]);
          return (
            <div key={practice}>
              <dt>
                <Icon look={look} />
                {PRACTICES[practice].label}
                <span class="hidden">{`: ${LOOK_WORDS[look].label}`}</span>
              </dt>
              <dd>
                <Sentence text={practices[practice].why} />
              </dd>
            </div>
          );
        })}
      </dl>
      <h3>{plural(guards.length, 'guard')} before the handler</h3>
      {guards.length === 0 ? null : (
        <ol class="plain-list">
          {guards.map((guard, index) => (
            <li key={index}>
              <code>{guard.name}</code>
              <span class="muted">{` ${guard.module ?? placeText(guard.place)}, at the ${guard.scope}`}</span>
            </li>
          ))}
        </ol>
      )}
      <h3>Registered</h3>
      <Code place={place} />
      {handler.place && placeText(handler.place) !== placeText(place) ? (
        <>
          <h3>Handler</h3>
          <Code place={handler.place} />
        </>
      ) : null}
      <h3>{plural(findings.length, 'finding')} on the way</h3>
      {findings.map((index) => (
        <Finding key={index} finding={findingAt(index)} />
      ))}
    </Drawer>
  );
}
