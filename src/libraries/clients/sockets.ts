import type { Library, MemberRow } from '../../model/library.js';

const address: MemberRow['sinks'] = [{ kind: 'url', at: ['0'] }];

/** https://github.com/websockets/ws/blob/master/doc/ws.md#event-error-1 */
export const ws: Library = {
  name: 'ws',
  kind: 'clients',
  modules: ['ws', '@types/ws'],
  exports: {
    default: { new: 'Socket', construct: { emits: true, sinks: address } },
    WebSocket: { new: 'Socket', construct: { emits: true, sinks: address } },
    WebSocketServer: { new: 'Server' },
    Server: { new: 'Server' },
  },
  types: {
    Socket: {},
    Server: { members: { on: { callbacks: { '1': { params: ['Socket'] } } } } },
  },
};
