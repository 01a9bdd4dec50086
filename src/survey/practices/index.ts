import type { Practice } from '../document.js';
import type { Judge } from './answer.js';
import { authenticated, limited } from './callers.js';
import { paginated, transactional } from './data.js';
import { validated } from './input.js';
import { idempotent } from './repeats.js';
import { cached, errorsHandled, timedOut } from './runtime.js';

interface Described {
  readonly judge: Judge;
  /** The rules whose findings on the way of a request say that the practice is missing or broken. */
  readonly rules: readonly string[];
  /** Findings say nothing where the question does not arise: a list read on the way to a change is not its answer. */
  readonly onlyWhereAsked?: true;
}

/** The columns of the report, in order. */
export const PRACTICES: Readonly<Record<Practice, Described>> = {
  validated: {
    judge: validated,
    rules: ['require-input-validation', 'no-mass-assignment', 'no-param-type-confusion'],
  },
  authenticated: {
    judge: authenticated,
    rules: ['require-auth-on-mutations', 'require-webhook-signature', 'no-unverified-jwt'],
  },
  limited: { judge: limited, rules: ['require-rate-limit'] },
  idempotent: { judge: idempotent, rules: ['require-idempotency', 'no-broken-idempotency', 'no-get-side-effects'] },
  paginated: { judge: paginated, rules: ['no-unpaginated-query', 'no-unbounded-page-size'], onlyWhereAsked: true },
  transactional: { judge: transactional, rules: ['require-transaction', 'no-transaction-escape'] },
  timedOut: { judge: timedOut, rules: ['require-request-timeout'] },
  errorsHandled: {
    judge: errorsHandled,
    rules: [
      'no-unhandled-async-handler',
      'no-swallowed-errors',
      'no-misleading-status',
      'no-error-details-in-response',
      'require-return-after-response',
    ],
  },
  cached: {
    judge: cached,
    rules: [
      'no-public-cache-on-private-data',
      'no-unscoped-cache-key',
      'require-cache-invalidation',
      'require-cache-ttl',
      'no-unbounded-memory-cache',
    ],
  },
};
