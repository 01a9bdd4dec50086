import type { ExportRow, Library, MemberRow, RequestPart } from '../../model/library.js';
import { status } from './rows.js';

const verb = (name: string): ExportRow => ({ route: { verb: name, path: '0' } });
const part = (request: RequestPart): ExportRow => ({ request });
const thrown = (fallback: number): ExportRow => ({
  construct: { response: { does: 'error', kind: 'json', fallback, body: ['0'] } },
});
/** https://docs.nestjs.com/exception-filters#built-in-http-exceptions */
const exceptions: Readonly<Record<string, ExportRow>> = {
  HttpException: {
    construct: { response: { does: 'error', kind: 'json', status: ['1'], fallback: 500, body: ['0'] } },
  },
  BadRequestException: thrown(400),
  UnauthorizedException: thrown(401),
  ForbiddenException: thrown(403),
  NotFoundException: thrown(404),
  MethodNotAllowedException: thrown(405),
  NotAcceptableException: thrown(406),
  RequestTimeoutException: thrown(408),
  ConflictException: thrown(409),
  GoneException: thrown(410),
  PreconditionFailedException: thrown(412),
  PayloadTooLargeException: thrown(413),
  UnsupportedMediaTypeException: thrown(415),
  ImATeapotException: thrown(418),
  UnprocessableEntityException: thrown(422),
  InternalServerErrorException: thrown(500),
  NotImplementedException: thrown(501),
  BadGatewayException: thrown(502),
  ServiceUnavailableException: thrown(503),
  GatewayTimeoutException: thrown(504),
};
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
    ...exceptions,
    ArgumentsHost: { annotation: 'Host' },
    ExecutionContext: { annotation: 'Host' },
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
    Host: { members: { switchToHttp: { returns: 'HttpHost' } } },
    /** The platform decides what the response is; `code` is Fastify's. */
    HttpHost: { members: { getRequest: { returns: 'express.Request' }, getResponse: { returns: 'Response' } } },
    Response: { extends: 'express.Response', members: { code: { returns: 'this', response: status } } },
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
