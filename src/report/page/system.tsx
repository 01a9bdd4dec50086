import type { ComponentChildren } from 'preact';
import type { ApplicationPurpose, Place } from '../../survey/document.js';
import { placeText, survey } from './report-data.js';
import { BreakablePath } from './sentence.js';

const MOST_PLACES = 3;

/** What the project consists of beside its endpoints. */
export function System() {
  const { applications, data, transactions, outgoing, caches, jobs, tokens, environment, deployment } = survey;
  return (
    <>
      <Inventory
        title="Applications"
        count={applications.length}
        heads={['Framework', 'Place', ...PURPOSES.map(([, label]) => label)]}
        rows={applications.map(({ framework, majorVersion, place, serves }) => [
          majorVersion === null ? framework : `${framework} ${majorVersion}`,
          <At key="at" place={place} />,
          ...PURPOSES.map(([purpose]) =>
            serves[purpose] ? <At key={purpose} place={serves[purpose]} /> : <span class="muted">not seen</span>,
          ),
        ])}
      />
      <Inventory
        title="Data access"
        count={data.reduce((sum, { places }) => sum + places.length, 0)}
        heads={['Store', 'Table or model', 'Operations', 'Queries', 'Places']}
        rows={tablesOf().map(({ store, entity, operations, places }) => [
          store,
          entity ?? <span class="muted">can’t be told</span>,
          operations.join(', '),
          places.length,
          placesText(places),
        ])}
      />
      <Inventory
        title="Transactions"
        count={transactions.length}
        heads={['Store', 'Form', 'Place']}
        rows={transactions.map(({ store, form, place }) => [store, form, <At key="at" place={place} />])}
      />
      <Inventory
        title="Outgoing calls"
        count={outgoing.length}
        heads={['Client', 'Address', 'Time limit', 'Place']}
        rows={outgoing.map(({ library, address, hasTimeLimit, place }) => [
          library,
          address ?? <span class="muted">can’t be told</span>,
          hasTimeLimit,
          <At key="at" place={place} />,
        ])}
      />
      <Inventory
        title="Caches"
        count={caches.length}
        heads={['Store', 'Call', 'Key', 'Expires', 'Place']}
        rows={caches.map(({ store, does, keyPrefix, expires, place }) => [
          store,
          does,
          keyPrefix === null ? <span class="muted">can’t be told</span> : `${keyPrefix}…`,
          expires ?? '',
          <At key="at" place={place} />,
        ])}
      />
      <Inventory
        title="Queues and jobs"
        count={jobs.length}
        heads={['Library', 'Does', 'Name', 'Place']}
        rows={jobs.map(({ library, does, name, place }) => [library, does, name ?? '', <At key="at" place={place} />])}
      />
      <Inventory
        title="Tokens"
        count={tokens.length}
        heads={['Does', 'Library', 'Algorithms', 'Key from', 'Place']}
        rows={tokens.map(({ does, library, algorithms, isDefaultAlgorithm, key, place }) => [
          does,
          library,
          `${algorithms.join(', ') || 'can’t be told'}${isDefaultAlgorithm ? ' (default)' : ''}`,
          key.name === null ? key.kind : `${key.kind} ${key.name}`,
          <At key="at" place={place} />,
        ])}
      />
      <Inventory
        title="Environment variables"
        count={environment.length}
        heads={['Name', 'Reads', 'Places']}
        rows={environment.map(({ name, places }) => [
          <code key={name}>{name}</code>,
          places.length,
          placesText(places),
        ])}
      />
      <Inventory
        title="Deployment"
        count={deployment.services.length + deployment.signs.length}
        heads={['What', 'Detail', 'Variables']}
        rows={[
          ...deployment.services.map(({ name, manifest, variables }) => [
            `Service ${name}`,
            manifest ?? '',
            variables.join(', '),
          ]),
          ...deployment.signs.map(({ kind, detail }) => [kind, detail, '']),
        ]}
      />
    </>
  );
}

const PURPOSES: readonly (readonly [ApplicationPurpose, string])[] = [
  ['security-headers', 'Security headers'],
  ['cors', 'CORS'],
  ['rate-limit', 'Rate limit'],
  ['csrf', 'CSRF check'],
  ['request-id', 'Request id'],
  ['error-handler', 'Error handler'],
];

interface Props {
  readonly title: string;
  readonly count: number;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A table under a heading that opens and closes it. */
const Inventory = ({ title, count, heads, rows }: Props) => (
  <details class="inventory" open={count > 0 && rows.length <= 40}>
    <summary>
      <h2>{title}</h2>
      <span class="muted">{count === 0 ? 'none found' : count.toLocaleString('en')}</span>
    </summary>
    {rows.length === 0 ? null : (
      <div class="scroll-x">
        <table class="list" aria-label={title}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </details>
);

const At = ({ place }: { readonly place: Place }) => (
  <code>
    <BreakablePath text={placeText(place)} />
  </code>
);

const placesText = (places: readonly Place[]) => (
  <>
    {places.slice(0, MOST_PLACES).map((place, index) => (
      <>
        {index > 0 ? ', ' : ''}
        <At place={place} />
      </>
    ))}
    {places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : ''}
  </>
);

/** Queries by store and table, over all files. */
function tablesOf() {
  const tables = new Map<string, { store: string; entity: string | null; operations: string[]; places: Place[] }>();
  for (const { store, entity, operation, places } of survey.data) {
    const key = `${store}\n${entity ?? ''}`;
    const table = tables.get(key) ?? { store, entity, operations: [], places: [] };
    tables.set(key, table);
    if (!table.operations.includes(operation)) table.operations.push(operation);
    table.places.push(...places);
  }
  return [...tables.values()].sort((a, b) => b.places.length - a.places.length);
}
