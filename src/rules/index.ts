// Made by `npm run generate`: every file of src/rules/<area>/, by name.
import { rule as layerBoundaries } from './architecture/layer-boundaries.js';
import { rule as middlewareOrder } from './http/middleware-order.js';
import { rule as noAnyAtBoundary } from './architecture/no-any-at-boundary.js';
import { rule as noBreakingMigration } from './data/no-breaking-migration.js';
import { rule as noBrokenIdempotency } from './http/no-broken-idempotency.js';
import { rule as noCheckThenAct } from './data/no-check-then-act.js';
import { rule as noCleartextTransport } from './input/no-cleartext-transport.js';
import { rule as noClientPerRequest } from './data/no-client-per-request.js';
import { rule as noCodeInjection } from './input/no-code-injection.js';
import { rule as noCommandInjection } from './input/no-command-injection.js';
import { rule as noDirectoryExposure } from './http/no-directory-exposure.js';
import { rule as noDisabledTls } from './input/no-disabled-tls.js';
import { rule as noErrorDetailsInResponse } from './http/no-error-details-in-response.js';
import { rule as noGetSideEffects } from './http/no-get-side-effects.js';
import { rule as noHardcodedSecrets } from './secrets/no-hardcoded-secrets.js';
import { rule as noHardcodedServiceUrls } from './secrets/no-hardcoded-service-urls.js';
import { rule as noInsecureSession } from './auth/no-insecure-session.js';
import { rule as noInterpolatedLogMessage } from './logging/no-interpolated-log-message.js';
import { rule as noJwtInWebStorage } from './auth/no-jwt-in-web-storage.js';
import { rule as noLogInjection } from './input/no-log-injection.js';
import { rule as noMassAssignment } from './http/no-mass-assignment.js';
import { rule as noMisleadingStatus } from './http/no-misleading-status.js';
import { rule as noNodeOnlyInEdge } from './resilience/no-node-only-in-edge.js';
import { rule as noNosqlInjection } from './data/no-nosql-injection.js';
import { rule as noOpenRedirect } from './input/no-open-redirect.js';
import { rule as noOverlappingCron } from './jobs/no-overlapping-cron.js';
import { rule as noParamTypeConfusion } from './input/no-param-type-confusion.js';
import { rule as noPathTraversal } from './input/no-path-traversal.js';
import { rule as noPermissiveCors } from './http/no-permissive-cors.js';
import { rule as noPredictableToken } from './auth/no-predictable-token.js';
import { rule as noProcessExitInHandler } from './resilience/no-process-exit-in-handler.js';
import { rule as noPrototypePollution } from './input/no-prototype-pollution.js';
import { rule as noPublicCacheOnPrivateData } from './cache/no-public-cache-on-private-data.js';
import { rule as noPublicEnvSecrets } from './secrets/no-public-env-secrets.js';
import { rule as noQueryInLoop } from './data/no-query-in-loop.js';
import { rule as noReflectedXss } from './input/no-reflected-xss.js';
import { rule as noScatteredEnv } from './architecture/no-scattered-env.js';
import { rule as noSecretFallback } from './secrets/no-secret-fallback.js';
import { rule as noSecretsInLogs } from './secrets/no-secrets-in-logs.js';
import { rule as noSelectStar } from './data/no-select-star.js';
import { rule as noSensitiveJwtClaims } from './auth/no-sensitive-jwt-claims.js';
import { rule as noSharedSecretJwt } from './auth/no-shared-secret-jwt.js';
import { rule as noSlowWorkInTransaction } from './data/no-slow-work-in-transaction.js';
import { rule as noSqlConcat } from './data/no-sql-concat.js';
import { rule as noSsrf } from './input/no-ssrf.js';
import { rule as noSwallowedErrors } from './resilience/no-swallowed-errors.js';
import { rule as noSyncIoInHandler } from './http/no-sync-io-in-handler.js';
import { rule as noTemplateInjection } from './input/no-template-injection.js';
import { rule as noTimingUnsafeCompare } from './auth/no-timing-unsafe-compare.js';
import { rule as noTransactionEscape } from './data/no-transaction-escape.js';
import { rule as noUnawaitedWrite } from './data/no-unawaited-write.js';
import { rule as noUnboundedBody } from './http/no-unbounded-body.js';
import { rule as noUnboundedMemoryCache } from './cache/no-unbounded-memory-cache.js';
import { rule as noUnboundedPageSize } from './data/no-unbounded-page-size.js';
import { rule as noUnboundedWrite } from './data/no-unbounded-write.js';
import { rule as noUnhandledAsyncHandler } from './http/no-unhandled-async-handler.js';
import { rule as noUnhandledStreamError } from './resilience/no-unhandled-stream-error.js';
import { rule as noUnpaginatedQuery } from './data/no-unpaginated-query.js';
import { rule as noUnsafeDeserialization } from './input/no-unsafe-deserialization.js';
import { rule as noUnscopedCacheKey } from './cache/no-unscoped-cache-key.js';
import { rule as noUnverifiedJwt } from './auth/no-unverified-jwt.js';
import { rule as noUserRegexp } from './input/no-user-regexp.js';
import { rule as noWeakCrypto } from './input/no-weak-crypto.js';
import { rule as noWeakPasswordHash } from './auth/no-weak-password-hash.js';
import { rule as noXxe } from './input/no-xxe.js';
import { rule as preferCursorPagination } from './data/prefer-cursor-pagination.js';
import { rule as preferDomainErrors } from './resilience/prefer-domain-errors.js';
import { rule as preferProblemDetails } from './http/prefer-problem-details.js';
import { rule as preferStructuredLogger } from './logging/prefer-structured-logger.js';
import { rule as requireApiVersion } from './http/require-api-version.js';
import { rule as requireAuthOnMutations } from './http/require-auth-on-mutations.js';
import { rule as requireCacheInvalidation } from './cache/require-cache-invalidation.js';
import { rule as requireCacheTtl } from './cache/require-cache-ttl.js';
import { rule as requireClientRelease } from './data/require-client-release.js';
import { rule as requireCsrfProtection } from './http/require-csrf-protection.js';
import { rule as requireErrorHandler } from './http/require-error-handler.js';
import { rule as requireErrorInLog } from './logging/require-error-in-log.js';
import { rule as requireForeignKeyIndex } from './data/require-foreign-key-index.js';
import { rule as requireGracefulShutdown } from './resilience/require-graceful-shutdown.js';
import { rule as requireGraphqlLimits } from './http/require-graphql-limits.js';
import { rule as requireIdempotency } from './http/require-idempotency.js';
import { rule as requireIdempotentJob } from './jobs/require-idempotent-job.js';
import { rule as requireInputValidation } from './http/require-input-validation.js';
import { rule as requireInstrumentationFirst } from './logging/require-instrumentation-first.js';
import { rule as requireJobFailureHandler } from './jobs/require-job-failure-handler.js';
import { rule as requireJobRetryPolicy } from './jobs/require-job-retry-policy.js';
import { rule as requireJwtAlgorithms } from './auth/require-jwt-algorithms.js';
import { rule as requireJwtClaimsCheck } from './auth/require-jwt-claims-check.js';
import { rule as requireJwtExpiry } from './auth/require-jwt-expiry.js';
import { rule as requireOauthState } from './auth/require-oauth-state.js';
import { rule as requireOwnershipCheck } from './auth/require-ownership-check.js';
import { rule as requireQueryIndex } from './data/require-query-index.js';
import { rule as requireRateLimit } from './http/require-rate-limit.js';
import { rule as requireRefreshRotation } from './auth/require-refresh-rotation.js';
import { rule as requireRequestId } from './http/require-request-id.js';
import { rule as requireRequestTimeout } from './resilience/require-request-timeout.js';
import { rule as requireRetryLimit } from './resilience/require-retry-limit.js';
import { rule as requireReturnAfterResponse } from './http/require-return-after-response.js';
import { rule as requireReversibleMigration } from './data/require-reversible-migration.js';
import { rule as requireRouteSchema } from './http/require-route-schema.js';
import { rule as requireScopeCheck } from './auth/require-scope-check.js';
import { rule as requireSecureCookies } from './auth/require-secure-cookies.js';
import { rule as requireSecurityHeaders } from './http/require-security-headers.js';
import { rule as requireStrictTsconfig } from './architecture/require-strict-tsconfig.js';
import { rule as requireTransaction } from './data/require-transaction.js';
import { rule as requireWebhookSignature } from './auth/require-webhook-signature.js';
import { rule as restResourceNaming } from './http/rest-resource-naming.js';
import { rule as validErrorMiddleware } from './http/valid-error-middleware.js';
import { rule as validHealthCheck } from './http/valid-health-check.js';

export const rules = {
  'layer-boundaries': layerBoundaries,
  'middleware-order': middlewareOrder,
  'no-any-at-boundary': noAnyAtBoundary,
  'no-breaking-migration': noBreakingMigration,
  'no-broken-idempotency': noBrokenIdempotency,
  'no-check-then-act': noCheckThenAct,
  'no-cleartext-transport': noCleartextTransport,
  'no-client-per-request': noClientPerRequest,
  'no-code-injection': noCodeInjection,
  'no-command-injection': noCommandInjection,
  'no-directory-exposure': noDirectoryExposure,
  'no-disabled-tls': noDisabledTls,
  'no-error-details-in-response': noErrorDetailsInResponse,
  'no-get-side-effects': noGetSideEffects,
  'no-hardcoded-secrets': noHardcodedSecrets,
  'no-hardcoded-service-urls': noHardcodedServiceUrls,
  'no-insecure-session': noInsecureSession,
  'no-interpolated-log-message': noInterpolatedLogMessage,
  'no-jwt-in-web-storage': noJwtInWebStorage,
  'no-log-injection': noLogInjection,
  'no-mass-assignment': noMassAssignment,
  'no-misleading-status': noMisleadingStatus,
  'no-node-only-in-edge': noNodeOnlyInEdge,
  'no-nosql-injection': noNosqlInjection,
  'no-open-redirect': noOpenRedirect,
  'no-overlapping-cron': noOverlappingCron,
  'no-param-type-confusion': noParamTypeConfusion,
  'no-path-traversal': noPathTraversal,
  'no-permissive-cors': noPermissiveCors,
  'no-predictable-token': noPredictableToken,
  'no-process-exit-in-handler': noProcessExitInHandler,
  'no-prototype-pollution': noPrototypePollution,
  'no-public-cache-on-private-data': noPublicCacheOnPrivateData,
  'no-public-env-secrets': noPublicEnvSecrets,
  'no-query-in-loop': noQueryInLoop,
  'no-reflected-xss': noReflectedXss,
  'no-scattered-env': noScatteredEnv,
  'no-secret-fallback': noSecretFallback,
  'no-secrets-in-logs': noSecretsInLogs,
  'no-select-star': noSelectStar,
  'no-sensitive-jwt-claims': noSensitiveJwtClaims,
  'no-shared-secret-jwt': noSharedSecretJwt,
  'no-slow-work-in-transaction': noSlowWorkInTransaction,
  'no-sql-concat': noSqlConcat,
  'no-ssrf': noSsrf,
  'no-swallowed-errors': noSwallowedErrors,
  'no-sync-io-in-handler': noSyncIoInHandler,
  'no-template-injection': noTemplateInjection,
  'no-timing-unsafe-compare': noTimingUnsafeCompare,
  'no-transaction-escape': noTransactionEscape,
  'no-unawaited-write': noUnawaitedWrite,
  'no-unbounded-body': noUnboundedBody,
  'no-unbounded-memory-cache': noUnboundedMemoryCache,
  'no-unbounded-page-size': noUnboundedPageSize,
  'no-unbounded-write': noUnboundedWrite,
  'no-unhandled-async-handler': noUnhandledAsyncHandler,
  'no-unhandled-stream-error': noUnhandledStreamError,
  'no-unpaginated-query': noUnpaginatedQuery,
  'no-unsafe-deserialization': noUnsafeDeserialization,
  'no-unscoped-cache-key': noUnscopedCacheKey,
  'no-unverified-jwt': noUnverifiedJwt,
  'no-user-regexp': noUserRegexp,
  'no-weak-crypto': noWeakCrypto,
  'no-weak-password-hash': noWeakPasswordHash,
  'no-xxe': noXxe,
  'prefer-cursor-pagination': preferCursorPagination,
  'prefer-domain-errors': preferDomainErrors,
  'prefer-problem-details': preferProblemDetails,
  'prefer-structured-logger': preferStructuredLogger,
  'require-api-version': requireApiVersion,
  'require-auth-on-mutations': requireAuthOnMutations,
  'require-cache-invalidation': requireCacheInvalidation,
  'require-cache-ttl': requireCacheTtl,
  'require-client-release': requireClientRelease,
  'require-csrf-protection': requireCsrfProtection,
  'require-error-handler': requireErrorHandler,
  'require-error-in-log': requireErrorInLog,
  'require-foreign-key-index': requireForeignKeyIndex,
  'require-graceful-shutdown': requireGracefulShutdown,
  'require-graphql-limits': requireGraphqlLimits,
  'require-idempotency': requireIdempotency,
  'require-idempotent-job': requireIdempotentJob,
  'require-input-validation': requireInputValidation,
  'require-instrumentation-first': requireInstrumentationFirst,
  'require-job-failure-handler': requireJobFailureHandler,
  'require-job-retry-policy': requireJobRetryPolicy,
  'require-jwt-algorithms': requireJwtAlgorithms,
  'require-jwt-claims-check': requireJwtClaimsCheck,
  'require-jwt-expiry': requireJwtExpiry,
  'require-oauth-state': requireOauthState,
  'require-ownership-check': requireOwnershipCheck,
  'require-query-index': requireQueryIndex,
  'require-rate-limit': requireRateLimit,
  'require-refresh-rotation': requireRefreshRotation,
  'require-request-id': requireRequestId,
  'require-request-timeout': requireRequestTimeout,
  'require-retry-limit': requireRetryLimit,
  'require-return-after-response': requireReturnAfterResponse,
  'require-reversible-migration': requireReversibleMigration,
  'require-route-schema': requireRouteSchema,
  'require-scope-check': requireScopeCheck,
  'require-secure-cookies': requireSecureCookies,
  'require-security-headers': requireSecurityHeaders,
  'require-strict-tsconfig': requireStrictTsconfig,
  'require-transaction': requireTransaction,
  'require-webhook-signature': requireWebhookSignature,
  'rest-resource-naming': restResourceNaming,
  'valid-error-middleware': validErrorMiddleware,
  'valid-health-check': validHealthCheck,
};
