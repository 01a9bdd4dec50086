import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Practice, Survey } from '../../src/survey/document.js';
import { ROOT } from '../cli/bin.js';
import { endpointOf, SECRET, SHOP, stateOf, surveyOf } from './shop.js';

describe('the survey of a shop', () => {
  let survey: Survey;
  beforeAll(async () => {
    survey = await surveyOf(SHOP);
  });

  it('is as the schema in the package says', () => {
    const check = new Ajv().compile(JSON.parse(readFileSync(join(ROOT, 'survey.schema.json'), 'utf8')) as object);
    check(survey);
    expect(check.errors).toBeNull();
    expect(survey.version).toBe(1);
    expect(survey.project).toEqual({ name: 'shop', preset: 'recommended', files: 6 });
    expect(survey.faults).toEqual([]);
  });

  it('lists every endpoint with its place and guards', () => {
    expect(survey.endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /health',
      'GET /prices/:sku',
      'GET /orders',
      'POST /orders',
      'GET /rates',
      'POST /mails',
    ]);
    const orders = endpointOf(survey, 'GET', '/orders');
    expect(orders.place).toMatchObject({ file: 'src/app.ts', line: 15 });
    expect(orders.guards.map(({ name }) => name)).toEqual(['express.json', 'requireUser']);
  });

  it.each<[string, string, Practice, string]>([
    ['GET', '/health', 'authenticated', 'na'],
    ['GET', '/prices/:sku', 'authenticated', 'no'],
    ['GET', '/orders', 'authenticated', 'yes'],
    ['GET', '/orders', 'paginated', 'no!'],
    ['GET', '/prices/:sku', 'paginated', 'na'],
    ['GET', '/health', 'validated', 'na'],
    ['POST', '/orders', 'validated', 'yes'],
    ['POST', '/mails', 'validated', 'no!'],
    ['POST', '/orders', 'idempotent', 'no!'],
    ['GET', '/orders', 'idempotent', 'na'],
    ['POST', '/orders', 'transactional', 'yes'],
    ['GET', '/orders', 'transactional', 'na'],
    ['GET', '/rates', 'timedOut', 'no!'],
    ['GET', '/health', 'timedOut', 'na'],
    ['GET', '/prices/:sku', 'cached', 'yes'],
    ['GET', '/orders', 'cached', 'no'],
    ['POST', '/orders', 'cached', 'na'],
    ['GET', '/orders', 'limited', 'no'],
    ['GET', '/orders', 'errorsHandled', 'yes'],
  ])('%s %s %s: %s', (method, path, practice, state) => {
    expect(stateOf(survey, method, path, practice)).toBe(state);
  });

  it('proves its answers by the place in the code', () => {
    const { practices } = endpointOf(survey, 'POST', '/orders');
    expect(practices.transactional.proof).toMatchObject({ file: 'src/orders.ts', line: 5 });
    expect(practices.errorsHandled.proof).toMatchObject({ file: 'src/app.ts', line: 28 });
    const [finding] = endpointOf(survey, 'GET', '/orders').practices.paginated.findings;
    expect(survey.findings[finding!]).toMatchObject({
      rule: 'no-unpaginated-query',
      place: { file: 'src/orders.ts', line: 18 },
    });
  });

  it('lists stores, tokens, caches, jobs, outgoing calls and variables', () => {
    expect(survey.data.map(({ store, operation }) => `${store} ${operation}`)).toContain('pg raw');
    expect(survey.tokens).toMatchObject([
      { does: 'verify', algorithms: ['HS256'], key: { kind: 'environment', name: 'JWT_SECRET' } },
    ]);
    expect(survey.caches).toMatchObject([{ store: 'ioredis', does: 'get', keyPrefix: 'price:' }]);
    expect(survey.jobs.map(({ does, name }) => `${does} ${name}`)).toEqual(['enqueue welcome', 'queue mails']);
    expect(survey.outgoing).toMatchObject([{ address: 'https://rates.example.com/v1', hasTimeLimit: 'no' }]);
    expect(survey.environment.map(({ name }) => name)).toEqual(['DATABASE_URL', 'JWT_SECRET', 'REDIS_URL']);
    expect(survey.transactions).toMatchObject([{ store: 'pg', place: { file: 'src/orders.ts', line: 5 } }]);
    expect(survey.applications).toMatchObject([{ framework: 'express', majorVersion: 5, isServed: true }]);
  });

  it('tells of a secret in the source and never says it', () => {
    expect(survey.findings.map(({ rule }) => rule)).toContain('no-hardcoded-secrets');
    expect(JSON.stringify(survey)).not.toContain(SECRET);
  });
});

describe('answers that need care', () => {
  const express = (code: string, more: Readonly<Record<string, string>> = {}) =>
    surveyOf({
      'package.json': '{ "name": "app", "dependencies": { "express": "4.21.0", "express-rate-limit": "7.5.0" } }',
      'src/app.ts': `import express from 'express';\nconst app = express();\n${code}\napp.listen(3000);\n`,
      ...more,
    });

  it('a guard that can’t be looked into leaves it unknown who calls', async () => {
    const survey = await express(
      "import { check } from './missing.js';\napp.get('/a', check, (req, res) => res.send('a'));",
    );
    expect(stateOf(survey, 'GET', '/a', 'authenticated')).toBe('unknown');
    expect(stateOf(survey, 'GET', '/a', 'limited')).toBe('unknown');
  });

  it('a guard that lets unknown callers through is no login', async () => {
    const survey = await express(
      "import { jwtOptional } from './auth.js';\napp.get('/a', jwtOptional, (req, res) => res.send('a'));",
      {
        'src/auth.ts':
          'export const jwtOptional = (req, res, next) => { req.user = req.headers.authorization; next(); };',
      },
    );
    expect(stateOf(survey, 'GET', '/a', 'authenticated')).toBe('unknown');
  });

  it('a name that may mean something else is no proof of a login', async () => {
    const survey = await express(
      "import { locals } from './locals.js';\napp.get('/a', locals.protected, (req, res) => res.send('a'));",
      {
        'src/locals.ts':
          'export const locals = { protected: (req, res, next) => { res.locals.lock = true; next(); } };',
      },
    );
    expect(stateOf(survey, 'GET', '/a', 'authenticated')).toBe('unknown');
  });

  it('a page size that callers may leave out is no bound', async () => {
    const survey = await surveyOf({
      'package.json': '{ "name": "app", "dependencies": { "express": "5.1.0", "@prisma/client": "6.0.0" } }',
      'src/app.ts': `import express from 'express';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
const app = express();
const allCats = (params: { take?: number }) => {
  const { take } = params;
  return prisma.cat.findMany({ take });
};
const someCats = (take: number) => prisma.cat.findMany({ take });
app.get('/cats', async (_req, res) => void res.json(await allCats({})));
app.get('/some', async (_req, res) => void res.json(await someCats(20)));
app.listen(3000);
`,
    });
    expect(stateOf(survey, 'GET', '/cats', 'paginated')).toBe('unknown');
    expect(stateOf(survey, 'GET', '/some', 'paginated')).toBe('yes');
  });

  it('what is asked before a login needs none', async () => {
    const survey = await express("app.post('/auth/login', (req, res) => res.send('a'));");
    expect(stateOf(survey, 'POST', '/auth/login', 'authenticated')).toBe('na');
  });

  it('an async handler that Express 4 does not wait for', async () => {
    const survey = await express(
      "import { load } from './load.js';\napp.get('/a', async (req, res) => { res.json(await load()); });",
      { 'src/load.ts': 'export const load = async () => { throw new Error(); };' },
    );
    expect(stateOf(survey, 'GET', '/a', 'errorsHandled')).toBe('no!');
  });

  it('a change of which nothing was seen stays unknown', async () => {
    const survey = await express(
      "import { remove } from './missing.js';\napp.delete('/a', (req, res) => remove(res));",
    );
    expect(stateOf(survey, 'DELETE', '/a', 'idempotent')).toBe('unknown');
    expect(stateOf(survey, 'DELETE', '/a', 'transactional')).toBe('unknown');
  });

  it('a rate limit of the application covers its routes', async () => {
    const survey = await express(
      "import rateLimit from 'express-rate-limit';\napp.use(rateLimit({ limit: 100 }));\napp.get('/a', (req, res) => res.send('a'));",
    );
    expect(stateOf(survey, 'GET', '/a', 'limited')).toBe('yes');
  });

  it('reads the global prefix, the default version and what the pipe of NestJS checks', async () => {
    const survey = await surveyOf({
      'package.json': '{ "name": "app", "dependencies": { "@nestjs/core": "11.0.0", "@nestjs/common": "11.0.0" } }',
      'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { ValidationPipe, VersioningType } from '@nestjs/common';
import { AppModule } from './app.module';
async function start() {
  const app = await NestFactory.create(AppModule);
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.setGlobalPrefix('api', { exclude: ['metrics'] });
  app.useGlobalPipes(new ValidationPipe());
  await app.listen(3000);
}
start();
`,
      'src/app.module.ts': `import { Module } from '@nestjs/common';
import { CatsController } from './cats.controller';
@Module({ controllers: [CatsController] })
export class AppModule {}
`,
      'src/cats.query.ts': `import { IsInt } from 'class-validator';
export class CatsQuery {
  @IsInt() page!: number;
}
`,
      'src/cats.controller.ts': `import { Controller, Get, Param, Query, Version } from '@nestjs/common';
import { CatsQuery } from './cats.query';
@Controller()
export class CatsController {
  @Get('cats') all(@Query() query: CatsQuery) { return []; }
  @Get('cats/:id') one(@Param('id') id: string) { return id; }
  @Get('dogs') @Version('2') dogs() { return []; }
  @Get('metrics') metrics() { return ''; }
}
`,
    });
    expect(survey.endpoints.map(({ path }) => path)).toEqual([
      '/api/v1/cats',
      '/api/v1/cats/:id',
      '/api/v2/dogs',
      '/metrics',
    ]);
    expect(stateOf(survey, 'GET', '/api/v1/cats', 'validated')).toBe('yes');
    expect(stateOf(survey, 'GET', '/api/v1/cats/:id', 'validated')).toBe('no');
    expect(stateOf(survey, 'GET', '/metrics', 'validated')).toBe('na');
  });

  it('a file that can’t be parsed is a fault, not a failure', async () => {
    const survey = await express("app.get('/a', (req, res) => res.send('a'));", { 'src/broken.ts': 'const = ;' });
    expect(survey.faults).toMatchObject([{ file: 'src/broken.ts' }]);
    expect(survey.endpoints).toHaveLength(1);
  });
});
