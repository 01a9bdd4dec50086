import type { ExportRow, Library } from '../../model/library.js';

const verb = (name: string): ExportRow => ({ route: { verb: name, path: '0' } });

/** https://docs.nestjs.com/controllers, /guards, /interceptors: controllers and what stands before their methods. */
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
    UseGuards: { guards: true },
    UseInterceptors: { guards: true },
    UsePipes: { guards: true },
    UseFilters: {},
    NestFactory: { type: 'Factory' },
    APP_GUARD: {},
    APP_INTERCEPTOR: {},
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
        use: { returns: 'this', mount: {} },
        useGlobalGuards: { returns: 'this', mount: { global: true } },
        useGlobalInterceptors: { returns: 'this', mount: { global: true } },
        useGlobalPipes: { returns: 'this', mount: { global: true } },
        useGlobalFilters: { returns: 'this' },
        setGlobalPrefix: { returns: 'this' },
        connectMicroservice: {},
        listen: {},
      },
    },
  },
};
