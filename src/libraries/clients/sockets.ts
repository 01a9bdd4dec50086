import type { Library } from '../../model/library.js';

/** https://github.com/websockets/ws/blob/master/doc/ws.md#event-error-1 */
export const ws: Library = {
  name: 'ws',
  kind: 'clients',
  modules: ['ws', '@types/ws'],
  exports: {
    default: { new: 'Socket', construct: { emits: true } },
    WebSocket: { new: 'Socket', construct: { emits: true } },
    WebSocketServer: { new: 'Server' },
    Server: { new: 'Server' },
  },
  types: {
    Socket: {},
    Server: { members: { on: { callbacks: { '1': { params: ['Socket'] } } } } },
  },
};
