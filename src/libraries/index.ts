// Made by `npm run generate`: every file of src/libraries/<kind>/, by name.
import type { Library } from '../model/library.js';
import { addresses } from './clients/addresses.js';
import { assistants } from './clients/assistants.js';
import { aws } from './clients/aws.js';
import { axios, nestAxios } from './clients/axios.js';
import { brokers } from './jobs/brokers.js';
import { browsers } from './clients/browsers.js';
import { bun } from './http/bun.js';
import { childProcess } from './node/child-process.js';
import { clickhouse } from './data/clickhouse.js';
import { code } from './node/code.js';
import { commands } from './node/commands.js';
import {
  jsCookie,
  universalCookie,
  reactCookie,
  vueuseIntegrations,
  cookiesNext,
  nookies,
  ngxCookieService,
} from './storage/cookies.js';
import { crypto } from './node/crypto.js';
import { databaseQueues } from './jobs/database-queues.js';
import { deno } from './http/deno.js';
import { drizzle } from './data/drizzle.js';
import { dynamodb } from './data/dynamodb.js';
import { elysia } from './http/elysia.js';
import { elysiaJwt } from './tokens/elysia-jwt.js';
import { engines } from './templates/engines.js';
import { express } from './http/express.js';
import { fastJwt, fastifyJwt } from './tokens/fast-jwt.js';
import { fastify } from './http/fastify.js';
import { fastifyPlugin } from './http/fastify-plugin.js';
import { globalFetch, fetchPackages, undici } from './clients/fetch.js';
import { fs, files } from './node/fs.js';
import { graphql } from './http/graphql.js';
import { h3 } from './http/h3.js';
import { hono } from './http/hono.js';
import { honoJwt } from './tokens/hono-jwt.js';
import { jotai, vueuse, storageHooks } from './storage/hooks.js';
import { httpClients } from './clients/http-clients.js';
import { httpErrors, boom, graphqlErrors } from './http/http-errors.js';
import { incoming } from './clients/incoming.js';
import { javascript } from './node/javascript.js';
import { jose } from './tokens/jose.js';
import { jsonwebtoken } from './tokens/jsonwebtoken.js';
import { jwtDecode } from './tokens/jwt-decode.js';
import { expressJwt, koaJwt, passportJwt } from './tokens/jwt-middleware.js';
import { jwtSimple } from './tokens/jwt-simple.js';
import { knex } from './data/knex.js';
import { koa } from './http/koa.js';
import { koaRouter } from './http/koa-router.js';
import { kysely } from './data/kysely.js';
import { lambda } from './http/lambda.js';
import { loggers } from './logging/loggers.js';
import { lruCache } from './cache/lru-cache.js';
import { mail } from './clients/mail.js';
import { caches } from './cache/memory.js';
import { merges } from './data/merges.js';
import { mikroOrm } from './data/mikro-orm.js';
import { mongodb } from './data/mongodb.js';
import { mongoose } from './data/mongoose.js';
import { mssql } from './data/mssql.js';
import { mysql2, mysql } from './data/mysql.js';
import { asyncStorage, capacitorPreferences } from './storage/native.js';
import { nestjs } from './http/nestjs.js';
import { nestjsGraphql } from './http/nestjs-graphql.js';
import { nestjsJwt } from './tokens/nestjs-jwt.js';
import { nestjsMicroservices } from './http/nestjs-microservices.js';
import { next, navigation } from './http/next.js';
import { nextAuth } from './tokens/next-auth.js';
import { nodeHttp } from './http/node-http.js';
import { objection } from './data/objection.js';
import { objectStores } from './storage/objects.js';
import { passwords } from './node/passwords.js';
import { path } from './node/path.js';
import { payments } from './clients/payments.js';
import { zustandPersist, reduxPersist, reduxPersistStorage, piniaPersist } from './storage/persist.js';
import { pg } from './data/pg.js';
import { pinoLibraries } from './logging/pino.js';
import { postgres, neon, vercelPostgres, pglite } from './data/postgres.js';
import { pothos } from './http/pothos.js';
import { prisma } from './data/prisma.js';
import { redisClients } from './cache/redis.js';
import { redisQueues } from './jobs/redis-queues.js';
import { rpc } from './clients/rpc.js';
import { sanitizers } from './data/sanitizers.js';
import { schedulers } from './jobs/schedulers.js';
import { sequelize } from './data/sequelize.js';
import { serialized } from './data/serialized.js';
import { services } from './clients/services.js';
import { sessions } from './http/sessions.js';
import { slonik } from './data/slonik.js';
import { ws } from './clients/sockets.js';
import { betterSqlite3, nodeSqlite, sqlite3, sqlite, d1, libsql } from './data/sqlite.js';
import { supabase } from './data/supabase.js';
import { sveltekit } from './http/sveltekit.js';
import { texts } from './node/texts.js';
import { trpc } from './http/trpc.js';
import { typeorm } from './data/typeorm.js';
import { web } from './http/web.js';
import { webStorage, idb, idbKeyval, localforage } from './storage/web.js';
import { workers } from './http/workers.js';
import { xml } from './data/xml.js';

export const libraries: readonly Library[] = [
  ...addresses,
  ...assistants,
  ...aws,
  axios,
  nestAxios,
  ...brokers,
  ...browsers,
  bun,
  childProcess,
  clickhouse,
  ...code,
  ...commands,
  jsCookie,
  universalCookie,
  reactCookie,
  vueuseIntegrations,
  cookiesNext,
  nookies,
  ngxCookieService,
  crypto,
  ...databaseQueues,
  deno,
  drizzle,
  dynamodb,
  elysia,
  elysiaJwt,
  ...engines,
  express,
  fastJwt,
  fastifyJwt,
  fastify,
  fastifyPlugin,
  globalFetch,
  ...fetchPackages,
  undici,
  fs,
  ...files,
  graphql,
  h3,
  hono,
  honoJwt,
  jotai,
  vueuse,
  ...storageHooks,
  ...httpClients,
  httpErrors,
  boom,
  graphqlErrors,
  ...incoming,
  javascript,
  jose,
  jsonwebtoken,
  jwtDecode,
  expressJwt,
  koaJwt,
  passportJwt,
  jwtSimple,
  knex,
  koa,
  koaRouter,
  kysely,
  lambda,
  ...loggers,
  lruCache,
  ...mail,
  ...caches,
  ...merges,
  mikroOrm,
  mongodb,
  mongoose,
  mssql,
  mysql2,
  mysql,
  asyncStorage,
  capacitorPreferences,
  nestjs,
  nestjsGraphql,
  nestjsJwt,
  nestjsMicroservices,
  next,
  navigation,
  nextAuth,
  nodeHttp,
  objection,
  ...objectStores,
  ...passwords,
  path,
  ...payments,
  zustandPersist,
  reduxPersist,
  reduxPersistStorage,
  piniaPersist,
  pg,
  ...pinoLibraries,
  postgres,
  neon,
  vercelPostgres,
  pglite,
  pothos,
  prisma,
  ...redisClients,
  ...redisQueues,
  ...rpc,
  sanitizers,
  ...schedulers,
  sequelize,
  ...serialized,
  ...services,
  ...sessions,
  slonik,
  ws,
  betterSqlite3,
  nodeSqlite,
  sqlite3,
  sqlite,
  d1,
  libsql,
  supabase,
  sveltekit,
  ...texts,
  trpc,
  typeorm,
  web,
  webStorage,
  idb,
  idbKeyval,
  localforage,
  workers,
  ...xml,
];
