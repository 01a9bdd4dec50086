// @complete: require-request-timeout
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { NodeHttpHandler } from '@smithy/node-http-handler';

// bad: require-request-timeout
// fix: require-request-timeout
export const s3 = new S3Client({ region: process.env.AWS_REGION });

// ok: require-request-timeout
export const sqs = new SQSClient({
  region: process.env.AWS_REGION,
  requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000, requestTimeout: 5_000 }),
});
