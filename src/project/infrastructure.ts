import { dirname, join } from 'node:path';

import { isFile, readText } from './disk.js';

/** Names of images and services that someone else wrote: stores, brokers, proxies, tools. */
const THIRD_PARTY =
  /^(?:postgres(?:ql)?|pg|postgis|timescaledb(?:-ha)?|pgvector|pgbouncer|pgadmin\d*|mysql|mariadb|percona|mongo(?:db)?|mongo-express|redis|redis-stack(?:-server)?|redis-commander|valkey|keydb|dragonfly|memcached|rabbitmq|kafka|kafka-ui|cp-.*|zookeeper|nats|redpanda|pulsar|mosquitto|elasticsearch|opensearch|kibana|logstash|filebeat|meilisearch|typesense|clickhouse(?:-server)?|cockroach(?:db)?|cassandra|neo4j|influxdb|couchdb|mssql|sqlserver|oracle|db|database|cache|queue|broker|localstack|minio|mc|mailhog|maildev|mailpit|mailcatcher|inbucket|smtp|nginx|traefik|caddy|haproxy|envoy|proxy|kong|gateway-proxy|cloudflared|keycloak|vault|consul|etcd|jaeger|zipkin|otel.*|opentelemetry.*|prometheus|grafana|loki|tempo|promtail|alertmanager|cadvisor|node-exporter|sentry|adminer|phpmyadmin|swagger-ui|wait-for-it|busybox|alpine|httpd|apache|certbot|cert-manager.*|ingress-nginx.*|external-dns|metrics-server|argocd.*|flannel|coredns|cloudnative-pg|unleash.*|flagsmith|temporal.*|selenium.*|chrome|browserless)$/i;

/** Jobs and tools that run beside the services: they check no token. */
const NO_SERVICE =
  /^(?:.*[-_])?(?:migrat(?:e|ion|ions|or)|seed|seeder|init|setup|tests?|e2e|cypress|playwright|lint|docs|storybook|backup|certs?|devcontainer|workspace)(?:[-_].*)?$/i;

/** The last part of an image's name, without registry, tag and digest: `ghcr.io/acme/api:1.2` gives `api`. */
export function imageName(image: string): string {
  const plain = image.replace(/@sha256:.*$/, '').replace(/:[^/]*$/, '');
  return plain.slice(plain.lastIndexOf('/') + 1);
}

export const isThirdPartyImage = (image: string): boolean => THIRD_PARTY.test(imageName(image));

/** Whether a service's name tells of infrastructure or of a job that runs once. */
export const isAuxiliaryName = (name: string): boolean => THIRD_PARTY.test(name) || NO_SERVICE.test(name);

const FRONTEND_ONLY =
  /^(?:vite|react-scripts|@angular\/core|vue|svelte|react|@vue\/cli-service|parcel|gatsby|astro|preact|solid-js)$/;

/** Packages that serve HTTP or take work off a broker: who depends on one in production is a service. */
export const SERVER_DEPENDENCY =
  /^(?:express|fastify|koa|hono|@hono\/.*|@hapi\/hapi|restify|polka|micro|elysia|@nestjs\/(?:core|platform-.*|microservices)|@adonisjs\/core|@feathersjs\/.*|moleculer|next|nuxt|@remix-run\/(?:node|express|serve)|@react-router\/(?:node|serve)|@sveltejs\/kit|apollo-server.*|@apollo\/server|graphql-yoga|@trpc\/server|@grpc\/grpc-js|ws|socket\.io|bull|bullmq|kafkajs|amqplib|nats|@loopback\/.*|sails|h3|nitropack|parse-server|@strapi\/strapi|payload|serverless-http|@vendia\/serverless-express)$/;

/** Whether dependencies are those of a user interface that serves nothing itself. */
export function isFrontendOnly(dependencies: Iterable<string>): boolean {
  let hasFrontend = false;
  for (const name of dependencies) {
    if (SERVER_DEPENDENCY.test(name)) return false;
    hasFrontend ||= FRONTEND_ONLY.test(name);
  }
  return hasFrontend;
}

/** Whether a Dockerfile's result is someone else's program (`FROM postgres`) or a folder of pages behind nginx. */
export function isThirdPartyDockerfile(file: string): boolean {
  if (!isFile(file)) return isAuxiliaryName(dockerfileName(file));
  const stages = [...(readText(file) ?? '').matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/gim)];
  let last = stages.at(-1);
  for (let hops = 0; last && hops < stages.length; hops++) {
    const [, base] = last;
    const earlier = stages.find((stage) => stage[2] !== undefined && stage[2] === base);
    if (!earlier || earlier === last) break;
    last = earlier;
  }
  // `alpine` and the like are a base for anything, not a program.
  const base = imageName(last?.[1] ?? '');
  return isThirdPartyImage(base) && !/^(?:alpine|busybox)$/i.test(base);
}

/** `docker/maildev.Dockerfile` and `Dockerfile.maildev` are about `maildev`; a plain Dockerfile about its folder. */
function dockerfileName(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const inner = name.replace(/\.?dockerfile\.?/i, '');
  return inner === '' ? '' : inner;
}

/** The package.json that tells what a Docker build is about: beside the Dockerfile, or at the context's root. */
export function buildFolders(context: string, dockerfile: string): string[] {
  return [dirname(dockerfile), context].filter((dir) => isFile(join(dir, 'package.json')));
}
