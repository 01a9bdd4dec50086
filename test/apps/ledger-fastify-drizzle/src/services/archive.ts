// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { config } from '../config.js';

const s3 = new S3Client({
  region: 'eu-central-1',
  credentials: {
    // bad: no-hardcoded-secrets -- the id is one report ...
    // fix: no-hardcoded-secrets
    accessKeyId: 'AKIA6FEY2UZL3HRWBLLE',
    // bad: no-hardcoded-secrets -- ... and the secret another
    // fix: no-hardcoded-secrets
    secretAccessKey: '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',
  },
});

/** Keeps a month's statement of an account for the auditors. */
export async function archiveStatement(accountId: string, month: string, csv: string) {
  await s3.send(
    new PutObjectCommand({ Bucket: config.ARCHIVE_BUCKET, Key: `statements/${accountId}/${month}.csv`, Body: csv, ContentType: 'text/csv' }),
    { abortSignal: AbortSignal.timeout(15_000) },
  );
}
