import type { ExportRow, Library } from '../../model/library.js';

const part: ExportRow = { request: 'body' };

/** What others send that is no HTTP request: mails, and messages of sockets. */
export const incoming: readonly Library[] = [
  {
    // https://nodemailer.com/extras/mailparser/: everything in a mail is its sender's
    name: 'mailparser',
    kind: 'clients',
    modules: ['mailparser', 'postal-mime'],
    exports: { simpleParser: part, 'default.parse': part },
  },
  {
    // https://docs.nestjs.com/websockets/gateways
    name: 'nestjs-websockets',
    kind: 'http',
    modules: ['@nestjs/websockets'],
    exports: { MessageBody: part, SubscribeMessage: {}, WebSocketGateway: {}, ConnectedSocket: {} },
  },
];
