import type { ExportRow, Library, MemberRow, RequestPart } from '../../model/library.js';

const verb = (name: string): ExportRow => ({ route: { verb: name, path: '0' } });
const part = (request: RequestPart): ExportRow => ({ request });
const global: MemberRow = { returns: 'this', mount: { global: true } };

/** https://docs.nestjs.com/controllers, /guards, /interceptors, /middleware: controllers and what stands before them. */
export const nestjs: Library = {
  name: 'nestjs',
  kind: 'http',
  modules: ['@nestjs/common', '@nestjs/core', '@nestjs/platform-express', '@nestjs/platform-fastify'],
  exports: {
    Controller: { controller: '0' },
    Get: verb('GET'),
    Head: verb('HEAD'),
    Post: verb('POST'),
    Put: verb('PUT'),
    Patch: verb('PATCH'),
    Delete: verb('DELETE'),
    Options: verb('OPTIONS'),
    All: verb('ALL'),
    Search: verb('ALL'),
    Sse: verb('GET'),
    Body: part('body'),
    RawBody: part('body'),
    Query: part('query'),
    Param: part('params'),
    Headers: part('headers'),
    UploadedFile: part('files'),
    UploadedFiles: part('files'),
    Req: part('raw'),
    Request: part('raw'),
    Res: {},
    Response: {},
    UseGuards: { guards: true },
    UseInterceptors: { guards: true },
    UsePipes: { guards: true },
    UseFilters: {},
    applyDecorators: {},
    MiddlewareConsumer: { annotation: 'Consumer' },
    NestFactory: { type: 'Factory' },
    APP_GUARD: {},
    APP_INTERCEPTOR: {},
    APP_PIPE: {},
    INestApplication: { annotation: 'Application' },
    NestExpressApplication: { annotation: 'Application' },
    NestFastifyApplication: { annotation: 'Application' },
  },
  types: {
    Factory: {
      members: { create: { returns: 'Application' }, createMicroservice: {}, createApplicationContext: {} },
    },
    Application: {
      members: {
        use: {
          returns: 'this',
          callbacks: { '*': { params: ['express.Request', 'express.Response', null] } },
          mount: {},
        },
        useGlobalGuards: global,
        useGlobalInterceptors: global,
        useGlobalPipes: global,
        useGlobalFilters: { returns: 'this' },
        setGlobalPrefix: { returns: 'this' },
        enableVersioning: { returns: 'this' },
        enableCors: {},
        enableShutdownHooks: { returns: 'this' },
        connectMicroservice: {},
        get: {},
        listen: {},
      },
    },
    Consumer: { members: { apply: { returns: 'Applied' } } },
    Applied: { members: { exclude: { returns: 'this' }, forRoutes: { returns: 'Consumer' } } },
  },
};
