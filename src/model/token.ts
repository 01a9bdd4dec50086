import type { TSESTree } from '@typescript-eslint/utils';

import type { Node } from '../syntax/ast.js';
import type { JwtRow, Library } from './library.js';
import type { Proof } from './proof.js';

/** What a secret or key *is*, wherever it was read: two uses with the same identity hold the same secret. */
export type SecretIdentity =
  /** A variable of the environment, through config modules, `ConfigService`, schemas and the like. */
  | { readonly kind: 'environment'; readonly name: string }
  /** A key of a configuration whose variable is not known: `config.get('auth.secret')`. */
  | { readonly kind: 'configuration'; readonly name: string }
  /** A file that is read: `/run/secrets/jwt`. */
  | { readonly kind: 'file'; readonly name: string }
  /** A literal in the code; `name` is its text. */
  | { readonly kind: 'literal'; readonly name: string }
  /** Half of an asymmetric key pair; `name` is the variable it comes from, where that is known. */
  | { readonly kind: 'key-pair'; readonly name: string | null }
  /** Keys fetched from, or held in, a JWKS. */
  | { readonly kind: 'key-set' }
  /** One of several, or nothing that can be told. */
  | { readonly kind: 'unknown' };

/** Where the algorithm of a token is chosen, and what it may be. */
export interface AlgorithmChoice {
  /** `HS256`, … as the JOSE header writes them (RFC 7518 §3.1). */
  readonly names: readonly string[];
  /** What a person would change: the option's value, or the call that takes the library's default. */
  readonly node: Node;
  /** `default`: nobody named one. */
  readonly how: 'named' | 'default';
}

/** One place where tokens are signed, checked, or where a library is told how to. */
export interface TokenUse {
  readonly does: 'sign' | 'verify' | 'configure';
  readonly library: Library;
  readonly row: JwtRow;
  /** The call, construction or `super(…)` that does it. */
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /**
   * What the row's positions count from: the call's arguments, the options of a plugin, or the object that a module's
   * factory returns.
   */
  readonly arguments: readonly TSESTree.CallExpressionArgument[];
  /** The secret or key as written, null where the use names none. */
  readonly secret: Node | null;
  readonly identity: SecretIdentity;
  /** Null where none is named and the library has no default for it, or it can't be told. */
  readonly algorithm: AlgorithmChoice | null;
  /** Constant issuers and audiences, from the options, the payload or the builder's links. */
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  /** The links of a builder (`new SignJWT().setIssuer(…)`) by name. */
  readonly links: ReadonlyMap<string, TSESTree.CallExpression>;
  /** The name under which a plugin's registration is used again (`namespace` of @fastify/jwt); empty: the usual one. */
  readonly namespace: string;
  readonly proof: Proof;
}
