import { afterEach, describe, expect, it } from 'vitest';

import { deployablePackages, deploymentEvidence, type Evidence, enumerate } from '../../src/project/deployment.js';
import { type Files, makeProject, type ProjectOnDisk } from './project-on-disk.js';

let project: ProjectOnDisk;
afterEach(() => project.remove());

const make = (files: Files): ProjectOnDisk => (project = makeProject({ 'package.json': { name: 'r' }, ...files }));
const evidence = (from = 'src/a.ts'): readonly Evidence[] => deploymentEvidence(project.at(from));
const details = (from?: string): string[] => evidence(from).map(({ detail }) => detail);

const compose = (services: string): string => `services:\n${services.replace(/^/gm, '  ')}\n`;
const deployment = (name: string, image: string, kind = 'Deployment'): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n  template:\n    spec:\n      containers:\n        - name: main\n          image: ${image}\n`;

describe('compose files', () => {
  it('count services that are built here', () => {
    make({
      'docker-compose.yaml': compose(
        'identity:\n  build: ./identity\ncatalog:\n  build:\n    context: ./catalog\npostgres:\n  image: postgres:16',
      ),
    });
    expect(evidence()).toEqual([
      {
        kind: 'compose',
        file: 'docker-compose.yaml',
        detail: 'docker-compose.yaml builds catalog and identity',
        services: ['catalog', 'identity'],
        folders: [project.at('catalog'), project.at('identity')],
        proof: 'file',
      },
    ]);
  });

  it.each([
    ['one service beside its stores', 'api:\n  build: .\ndb:\n  image: postgres\nredis:\n  image: redis'],
    ['the same build twice', 'api:\n  build: .\napi2:\n  build: .'],
    ['a store that is built', 'api:\n  build: .\npostgres:\n  build: ./postgres'],
    ['a job that migrates', 'api:\n  build: .\napi-migrate:\n  build: .\n  command: npm run migrate'],
    [
      'a mail catcher by its Dockerfile',
      'api:\n  build: .\ninbox:\n  build:\n    context: .\n    dockerfile: maildev.Dockerfile',
    ],
    ['a user interface', 'api:\n  build: ./api\nweb:\n  build: ./web'],
    ['a database by its base image', 'api:\n  build: ./api\nstore:\n  build: ./store'],
    ['broken YAML', 'api: [\n'],
  ])('are silent about %s', (_, services) => {
    make({
      'compose.yml': compose(services),
      'web/package.json': { name: 'web', dependencies: { react: '18', vite: '5' } },
      'store/Dockerfile': 'FROM postgres:16 AS base\nFROM base\nCOPY x y\n',
      'api/Dockerfile': 'FROM node:20 AS build\nRUN npm ci\nFROM node:20-alpine\n',
    });
    expect(details()).toEqual([]);
  });

  it('tell two commands of one build apart', () => {
    make({ 'compose.yml': compose('api:\n  build: .\nworker:\n  build: .\n  command: node worker.js') });
    expect(evidence()[0]?.services).toEqual(['api', 'worker']);
  });

  it('for tests and in examples say nothing', () => {
    const two = compose('a:\n  build: ./a\nb:\n  build: ./b');
    make({ 'docker-compose.test.yml': two, 'examples/compose.yml': two, 'test/compose.yml': two });
    expect(details()).toEqual([]);
  });

  it('above a package count where they build it', () => {
    make({
      'package.json': '',
      'docker-compose.yml': compose('api:\n  build: ./services/api\nbilling:\n  build: ./services/billing'),
      'services/api/package.json': { name: 'api' },
      'elsewhere/package.json': { name: 'elsewhere' },
    });
    expect(evidence('services/api/src/a.ts').map(({ file }) => file)).toEqual(['../../docker-compose.yml']);
    expect(details('elsewhere/a.ts')).toEqual([]);
  });
});

describe('Kubernetes manifests', () => {
  it('count own workloads, overlays once', () => {
    make({
      'k8s/base/api.yaml': `${deployment('api', 'ghcr.io/acme/api:1')}---\nkind: Service\n`,
      'k8s/prod/api.yaml': deployment('api-prod', 'ghcr.io/acme/api:2'),
      'k8s/base/auth.yaml': deployment('auth', 'acme/auth'),
      'k8s/base/db.yaml': deployment('store', 'docker.io/library/postgres:16', 'StatefulSet'),
    });
    expect(evidence()).toMatchObject([{ kind: 'kubernetes', services: ['api', 'auth'] }]);
  });

  it('are silent about one service with its stores', () => {
    make({ 'k8s/a.yaml': `${deployment('api', 'acme/api')}---\n${deployment('redis', 'redis:7')}` });
    expect(details()).toEqual([]);
  });

  it('may be Helm templates', () => {
    const template = deployment('{{ .Release.Name }}', '"{{ .Values.image }}"');
    make({ 'chart/templates/api-deployment.yaml': template, 'chart/templates/auth-deployment.yaml': template });
    expect(evidence()).toMatchObject([{ kind: 'kubernetes', services: ['api', 'auth'] }]);
  });
});

it('reads skaffold and Tilt', () => {
  make({
    'skaffold.yaml': 'build:\n  artifacts:\n    - image: acme/api\n    - image: acme/auth\n',
    Tiltfile: "docker_build('acme/one', '.')\n# docker_build('acme/no', '.')\ndocker_build('acme/two', 'two')\n",
  });
  expect(details().sort()).toEqual(['Tiltfile builds one and two', 'skaffold.yaml builds api and auth']);
});

it('gives a transport among the dependencies as a hint', () => {
  make({
    'package.json': {
      name: 'r',
      dependencies: { '@nestjs/microservices': '10', kafkajs: '2' },
      devDependencies: { nats: '2' },
    },
  });
  expect(evidence().map(({ kind, proof }) => [kind, proof])).toEqual([
    ['microservice-transport', 'dependency'],
    ['microservice-transport', 'dependency'],
  ]);
  expect(details()[1]).toBe('package.json depends on kafkajs (Kafka)');
});

describe('deployable packages', () => {
  it('are those that run by themselves and serve', () => {
    make({
      'package.json': {
        name: 'root',
        private: true,
        workspaces: ['apps/*', 'packages/*'],
        scripts: { start: 'node .' },
      },
      'apps/api/package.json': {
        name: 'api',
        private: true,
        scripts: { start: 'node dist/main.js' },
        dependencies: { express: '4' },
      },
      'apps/auth/package.json': { name: 'auth', dependencies: { fastify: '4' } },
      'apps/auth/Dockerfile': 'FROM node',
      'apps/web/package.json': {
        name: 'web',
        private: true,
        scripts: { start: 'vite' },
        dependencies: { react: '18' },
      },
      'packages/lib/package.json': { name: 'lib', main: 'index.js', dependencies: { express: '4' } },
    });
    expect(deployablePackages(project.root).map(({ name, signs }) => [name, signs])).toEqual([
      ['api', ['start script']],
      ['auth', ['Dockerfile']],
    ]);
    expect(evidence('apps/api/a.ts')).toMatchObject([{ kind: 'deployable-packages', services: ['api', 'auth'] }]);
  });

  it('may be the applications of a Nest monorepo', () => {
    make({
      'nest-cli.json': {
        projects: {
          gateway: { type: 'application', root: 'apps/gateway' },
          users: { type: 'application', root: 'apps/users' },
          shared: { type: 'library', root: 'libs/shared' },
        },
      },
    });
    expect(evidence()).toMatchObject([
      { services: ['gateway', 'users'], folders: [project.at('apps/gateway'), project.at('apps/users')] },
    ]);
  });

  it('alone are no evidence', () => {
    make({
      'package.json': { name: 'r', private: true, scripts: { start: 'node .' }, dependencies: { express: '4' } },
    });
    expect(details()).toEqual([]);
  });
});

it('puts names into a sentence', () => {
  make({});
  expect([
    enumerate(['a']),
    enumerate(['a', 'b']),
    enumerate(['a', 'b', 'c']),
    enumerate(['a', 'b', 'c', 'd', 'e']),
  ]).toEqual(['a', 'a and b', 'a, b and c', 'a, b, c and 2 more']);
});
