import type { EndpointEntry, Practice } from '../../survey/document.js';
import { placeText } from './report-data.js';
import type { Detail } from './detail.js';
import { LOOK_WORDS, lookOf, plural, PRACTICE_NAMES, PRACTICES } from './words.js';

const MOST_GUARDS = 3;

interface Props {
  readonly endpoint: EndpointEntry;
  readonly onOpen: (detail: Detail) => void;
}

/** One endpoint: what it is, and a button for each practice. */
export function EndpointRow({ endpoint, onOpen }: Props) {
  const { method, path, handler, guards, findings, place } = endpoint;
  const shown = guards.slice(0, MOST_GUARDS).map(({ name }) => name);
  const more = guards.length - shown.length;
  return (
    <tr>
      <td class="method">
        <span class={`verb ${method.toLowerCase()}`}>{method}</span>
      </td>
      <th scope="row" class="path">
        <button
          type="button"
          class="link"
          data-cell
          tabIndex={-1}
          title={placeText(place)}
          onClick={() => onOpen({ kind: 'endpoint', endpoint })}
        >
          {path ?? '(unknown path)'}
        </button>
      </th>
      <td class="handler" title={handler.name ?? placeText(place)}>
        {handler.name ?? <span class="muted">{placeText(place).split('/').at(-1)}</span>}
      </td>
      <td class="guards" title={guards.map(({ name }) => name).join(', ')}>
        {shown.join(', ')}
        {more > 0 ? <span class="muted">{` +${more}`}</span> : null}
      </td>
      {PRACTICE_NAMES.map((practice) => (
        <CellButton key={practice} practice={practice} endpoint={endpoint} onOpen={onOpen} />
      ))}
      <td class="count">
        {findings.length === 0 ? (
          <span class="muted">0</span>
        ) : (
          <button
            type="button"
            class="link"
            data-cell
            tabIndex={-1}
            aria-label={plural(findings.length, 'finding')}
            onClick={() => onOpen({ kind: 'endpoint', endpoint })}
          >
            {findings.length}
          </button>
        )}
      </td>
    </tr>
  );
}

function CellButton({ practice, endpoint, onOpen }: Props & { readonly practice: Practice }) {
  const cell = endpoint.practices[practice];
  const look = lookOf(cell);
  return (
    <td class="cell">
      <button
        type="button"
        class={`mark icon icon-${look} ${look}`}
        data-cell
        tabIndex={-1}
        title={cell.why}
        aria-label={`${PRACTICES[practice].label}: ${LOOK_WORDS[look].label}`}
        onClick={() => onOpen({ kind: 'cell', endpoint, practice })}
      />
    </td>
  );
}
