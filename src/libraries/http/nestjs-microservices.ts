import type { ExportRow, Library } from '../../model/library.js';

const message: ExportRow = { route: { verb: 'MESSAGE' } };

/** https://docs.nestjs.com/microservices/basics: handlers of messages and events; not HTTP. */
export const nestjsMicroservices: Library = {
  name: 'nestjs-microservices',
  kind: 'http',
  modules: ['@nestjs/microservices'],
  exports: {
    MessagePattern: message,
    EventPattern: message,
    GrpcMethod: message,
    GrpcStreamMethod: message,
    Payload: { request: 'body' },
    Ctx: {},
  },
};
