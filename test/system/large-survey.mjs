/** A survey with as many endpoints as asked for, and findings, as `backend-lint report` would make it. */

export const HOSTILE = '</script><img src=x onerror=alert(1)><b>&amp;';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const PRACTICES = [
  ...['validated', 'authenticated', 'limited', 'idempotent', 'paginated'],
  ...['transactional', 'timedOut', 'errorsHandled', 'cached'],
];
const STATES = ['yes', 'no', 'na', 'unknown'];
const RULES = [
  ['no-unpaginated-query', 'data', 'warn'],
  ['no-sql-concat', 'data', 'error'],
  ['require-input-validation', 'http', 'error'],
  ['require-request-timeout', 'resilience', 'warn'],
];

/**
 * @param count how many endpoints
 * @param shift another number gives other answers
 */
export function largeSurvey(count, shift = 0) {
  const place = (index, more = 0) => {
    const line = 10 + index + more;
    return { file: `src/area-${index % 9}/things-${index}.ts`, line, endLine: line + 3 };
  };
  const numbers = Array.from({ length: count }, (_, index) => index);
  const findings = numbers
    .filter((index) => index % 3 === 0)
    .map((index) => {
      const [rule, area, level] = RULES[(index + shift) % RULES.length];
      const severity = level === 'error' ? 'error' : 'warning';
      const message = `\`things-${index}\` does what it should not: ${HOSTILE}`;
      return { key: `${rule}-${index}`, rule, area, severity, message, place: place(index), column: 3, endColumn: 9 };
    });
  const endpoints = numbers.map((index) => {
    const found = index % 3 === 0 ? [index / 3] : [];
    const cell = (column) => {
      const isFound = found.length > 0 && column === index % PRACTICES.length;
      const state = isFound ? 'no' : STATES[(index + column + shift) % STATES.length];
      return {
        state,
        why: `\`guard\` says so.`,
        proof: state === 'yes' ? place(index, 2) : null,
        findings: isFound ? found : [],
      };
    };
    const [method, path] = [METHODS[index % METHODS.length], `/api/things/${index}/parts/:id`];
    return {
      id: `${method} ${path} ${place(index).file}`,
      framework: 'express',
      method,
      path,
      place: place(index),
      handler: { name: `things${index}`, place: place(index, 1) },
      guards: [{ name: 'requireUser', module: null, scope: 'application', place: place(0) }],
      practices: Object.fromEntries(PRACTICES.map((practice, column) => [practice, cell(column)])),
      findings: found,
    };
  });
  return {
    $schema: 'https://unpkg.com/eslint-plugin-backend/survey.schema.json',
    version: 1,
    tool: { name: 'eslint-plugin-backend', version: '0.0.0' },
    project: { name: 'large', preset: 'recommended', files: count },
    madeAt: '2026-11-21T22:00:00.000Z',
    applications: [],
    endpoints,
    data: [{ store: 'pg', entity: 'things', operation: 'read-many', places: [place(1)] }],
    transactions: [],
    tokens: [],
    caches: [],
    jobs: [],
    outgoing: [{ library: 'fetch', address: 'https://api.example.com', hasTimeLimit: 'no', place: place(2) }],
    environment: [{ name: 'DATABASE_URL', places: [place(3)] }],
    deployment: { signs: [], services: [] },
    findings,
    rules: RULES.map(([name, area, level]) => ({
      name,
      area,
      level,
      description: 'a rule',
      url: `https://example.com/${name}`,
    })),
    faults: [],
  };
}
