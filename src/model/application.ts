import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import type { BackendFile } from './file.js';
import type { Proof } from './proof.js';

/** What something that stands before (or behind) handlers is for. */
export type Purpose =
  | 'authentication'
  | 'authorization'
  | 'rate-limit'
  | 'security-headers'
  | 'cors'
  | 'body-parser'
  | 'raw-body'
  | 'session'
  | 'validation'
  | 'csrf'
  | 'error-handler'
  | 'request-id'
  | 'static'
  | 'graphql-limits';

/** How a purpose is known; `node` is where the code says it. */
export interface PurposeProof {
  readonly proof: Proof;
  readonly node: Node;
}

export type Framework =
  'express' | 'fastify' | 'nestjs' | 'koa' | 'hono' | 'elysia' | 'h3' | 'node-http' | 'bun' | 'deno' | 'trpc';

/** An application where the project creates it. */
export interface Application {
  readonly framework: Framework;
  /** The expression that makes it: `express()`, `NestFactory.create(AppModule)`, `createServer(handler)`. */
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly file: BackendFile;
  /** The framework's major version in package.json, where it can be told. */
  readonly major: number | null;
  /** The handler of a server that has no routes of its own: `createServer((req, res) => …)`. */
  readonly handler: FunctionNode | null;
  /** Something in the project makes it answer: `listen`, a server or a platform's adapter that it is given to. */
  readonly isServed: boolean;
}

/** One thing that an application (or a router of it) is given, in the order in which the code runs. */
export interface Part {
  /**
   * `middleware`: runs before what comes later (hooks and plugins too); `router`: routers and sub-applications; `route`;
   * `error-handler`; `setting`: a call that sets the application up (`app.disable(…)`, `setupSwagger(app)`).
   */
  readonly kind: 'middleware' | 'router' | 'route' | 'error-handler' | 'setting';
  /** The argument that it is; the call itself for settings. */
  readonly node: Node;
  readonly call: TSESTree.CallExpression;
  /** The name of the method called on the application, or of the function that it is handed to. */
  readonly method: string;
  readonly file: BackendFile;
  /** Where it is mounted; `''` everywhere, null where that can't be told. */
  readonly path: string | null;
  readonly fn: FunctionNode | null;
  /** The name and the package by which the code calls it. */
  readonly name: string | null;
  readonly module: string | null;
  /** Where it comes in the order of running, compared by `comesBefore`; null where that can't be told. */
  readonly order: readonly number[] | null;
}
