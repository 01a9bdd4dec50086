// @complete: no-hardcoded-secrets
import { Pinecone } from '@pinecone-database/pinecone';
import weaviate, { ApiKey } from 'weaviate-client';
import { settings } from './settings.js';

// bad: no-hardcoded-secrets
// fix: no-hardcoded-secrets
export const pinecone = new Pinecone({ apiKey: 'd7e1c4a0-52b9-4f7e-8a36-0c9b1e5f2d48' });

// bad-cross: no-hardcoded-secrets -- settings.remote is a literal of another file
export const pineconeEu = new Pinecone({ apiKey: settings.remote });

// ok-cross: no-hardcoded-secrets -- settings.spare comes from the environment
export const pineconeSpare = new Pinecone({ apiKey: settings.spare });

// ok: no-hardcoded-secrets
export const pineconeUs = new Pinecone({ apiKey: process.env.PINECONE_API_KEY! });

export const weaviateClient = () =>
  weaviate.connectToWeaviateCloud('https://search.c0.europe-west3.gcp.weaviate.cloud', {
    // bad: no-hardcoded-secrets
    authCredentials: new ApiKey('Zq3vN8xT1rLk5WmB9cYd2HfJ7sGp4AeU'),
    headers: {
      // ok: no-hardcoded-secrets
      'X-OpenAI-Api-Key': process.env.OPENAI_API_KEY!,
    },
  });

export const weaviateFromEnv = () =>
  // ok: no-hardcoded-secrets
  weaviate.connectToWeaviateCloud(process.env.WEAVIATE_URL!, { authCredentials: new ApiKey(process.env.WEAVIATE_API_KEY!) });
