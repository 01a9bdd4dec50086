import type { Plan, Request } from './plan.js';

export interface Codemod {
  readonly help: string;
  /** Options of the command line that it takes besides those of all. */
  readonly takes: readonly ('route' | 'store')[];
  readonly plan: (request: Request) => Promise<Plan>;
}

/** Every codemod, each loaded when it runs. */
export const CODEMODS: ReadonlyMap<string, Codemod> = new Map<string, Codemod>([
  [
    'env',
    {
      help: 'literal secrets and scattered process.env into one module that checks them at the start',
      takes: [],
      plan: async (request) => (await import('./env/index.js')).planEnvironment(request),
    },
  ],
  [
    'idempotency',
    {
      help: 'the work of a repeated request is done once: middleware, store, and both on the routes chosen',
      takes: ['route', 'store'],
      plan: async (request) => (await import('./idempotency/index.js')).planIdempotency(request),
    },
  ],
  [
    'singleton-client',
    {
      help: 'database clients that are made in many places into one module',
      takes: [],
      plan: async (request) => (await import('./clients/index.js')).planSingletonClients(request),
    },
  ],
  [
    'pagination',
    {
      help: 'cursor pagination for the list endpoint that is named, with its query and its answer',
      takes: ['route'],
      plan: async (request) => (await import('./pagination/index.js')).planPagination(request),
    },
  ],
]);
