/** What the plugin knows of secrets as texts and names. Needs no syntax tree. */
export { environmentName, type EnvironmentNameContext } from './environment-names.js';
export { judgeSecretLiteral, type Judgement, type LiteralContext } from './judge.js';
export { isPlaceholder, isWeakLiteral } from './placeholders.js';
export { findPrivateKeyBlock, type PrivateKeyBlock } from './private-keys.js';
export { findProviderSecrets, providerTokenRows } from './providers/find.js';
export type { ProviderSecret, ProviderTokenRow, Publishable } from './providers/types.js';
export { publishableReason } from './publishable.js';
export { secretNameKind, type SecretNameKind } from './secret-names.js';
export { isTokenName, isTokenStorageKey } from './storage-keys.js';
export { findUrlCredentials, type UrlCredentials } from './url-credentials.js';
