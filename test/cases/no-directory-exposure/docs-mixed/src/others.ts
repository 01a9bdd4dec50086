// @complete: no-directory-exposure
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Module } from '@nestjs/common';
import { ServeStaticModule } from '@nestjs/serve-static';
import Fastify from 'fastify';
import Koa from 'koa';
import serve from 'koa-static';

const app = Fastify();
// bad: no-directory-exposure
await app.register(fastifyStatic, { root: import.meta.dirname });
// ok: no-directory-exposure
await app.register(fastifyStatic, { root: join(import.meta.dirname, '../public') });
// bad: no-directory-exposure
await app.register(fastifyStatic, { root: join(import.meta.dirname, '../public'), list: true });

const koa = new Koa();
// bad: no-directory-exposure
koa.use(serve('.'));
// ok: no-directory-exposure
koa.use(serve('public'));

@Module({
  imports: [
    // bad: no-directory-exposure
    ServeStaticModule.forRoot({ rootPath: join(__dirname, '..') }),
    // ok: no-directory-exposure
    ServeStaticModule.forRoot({ rootPath: join(__dirname, '..', 'client') }),
  ],
})
export class WebModule {}
