// @complete: require-request-timeout
import Anthropic from '@anthropic-ai/sdk';
import { S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import OpenAI from 'openai';

// ok: require-request-timeout
export const labels = new S3Client({
  region: 'eu-central-1',
  requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000, requestTimeout: 5_000 }),
});

// bad: require-request-timeout -- the SDK waits for ever by default
export const archive = new S3Client({ region: 'eu-central-1' });

// bad: require-request-timeout -- ten minutes by default
export const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });

// ok: require-request-timeout
export const claude = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY, timeout: 30_000 });
