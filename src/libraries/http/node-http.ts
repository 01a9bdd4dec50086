import type { ExportRow, Library } from '../../model/library.js';
import { assignedStatus, headers, method, status, url } from './rows.js';

const createServer: ExportRow = {
  callbacks: { '*': { params: ['Request', 'Response'] } },
  route: { verb: 'ALL', handler: '-1', own: true },
};

/** https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener */
export const nodeHttp: Library = {
  name: 'node-http',
  kind: 'http',
  modules: ['http', 'https', 'http2', 'node:http', 'node:https', 'node:http2'],
  exports: {
    createServer,
    createSecureServer: createServer,
    IncomingMessage: { annotation: 'Request' },
    ServerResponse: { annotation: 'Response' },
    RequestListener: { annotation: 'Listener' },
  },
  types: {
    Request: { members: { headers, method, url } },
    Response: {
      members: {
        writeHead: { returns: 'this', response: status },
        statusCode: { response: assignedStatus },
        setHeader: { returns: 'this' },
        end: { response: { does: 'send', kind: 'any', body: ['0'] } },
        write: { response: { does: 'write', kind: 'any', body: ['0'] } },
      },
    },
    Listener: { params: ['Request', 'Response'] },
  },
};
