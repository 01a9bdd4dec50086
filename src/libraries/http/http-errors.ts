import type { ExportRow, Library } from '../../model/library.js';

const NAMES = {
  badRequest: 400,
  unauthorized: 401,
  paymentRequired: 402,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  gone: 410,
  resourceGone: 410,
  preconditionFailed: 412,
  unprocessableEntity: 422,
  badData: 422,
  locked: 423,
  tooManyRequests: 429,
  internal: 500,
  badImplementation: 500,
  internalServerError: 500,
  notImplemented: 501,
  badGateway: 502,
  serverUnavailable: 503,
  serviceUnavailable: 503,
  gatewayTimeout: 504,
} as const;

const error = (fallback: number): ExportRow['response'] => ({ does: 'error', kind: 'json', fallback, body: ['0'] });
const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);
const made: ExportRow = {
  response: { does: 'error', kind: 'json', status: ['0'], fallback: 500, body: ['1', '0'] },
};

/** https://github.com/jshttp/http-errors#readme */
export const httpErrors: Library = {
  name: 'http-errors',
  kind: 'http',
  modules: ['http-errors'],
  exports: {
    default: made,
    ...Object.fromEntries(
      Object.entries(NAMES).map(([name, status]): [string, ExportRow] => [
        capital(name),
        { construct: { response: error(status)! }, response: error(status)! },
      ]),
    ),
  },
};

/** https://hapi.dev/module/boom/api/: what a 500 is given stays on the server (`badImplementation`, `internal`). */
export const boom: Library = {
  name: 'boom',
  kind: 'http',
  modules: ['@hapi/boom', 'boom'],
  exports: Object.fromEntries(
    Object.entries(NAMES).map(([name, status]): [string, ExportRow] => [
      name,
      { response: { does: 'error', kind: 'json', fallback: status, ...(status === 500 ? {} : { body: ['0'] }) } },
    ]),
  ),
};

/** https://graphql-js.org/api-v16/error/, https://www.apollographql.com/docs/apollo-server/data/errors: the message reaches the client. */
export const graphqlErrors: Library = {
  name: 'graphql-errors',
  kind: 'http',
  modules: ['graphql', 'apollo-server-errors'],
  exports: Object.fromEntries(
    ['GraphQLError', 'ApolloError', 'UserInputError', 'AuthenticationError', 'ForbiddenError'].map(
      (name): [string, ExportRow] => [
        name,
        { construct: { response: { does: 'error', kind: 'json', fallback: 200, body: ['0'] } } },
      ],
    ),
  ),
};
