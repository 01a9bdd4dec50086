// @complete: no-sql-concat -- nothing in this file sends SQL
import dns from 'node:dns/promises';
import { ApolloClient, gql, InMemoryCache } from '@apollo/client/core';
import { Pinecone } from '@pinecone-database/pinecone';
import { ChromaClient } from 'chromadb';
import { request as graphql } from 'graphql-request';
import OpenAI from 'openai';
import pino from 'pino';

const log = pino();
const apollo = new ApolloClient({ uri: process.env.CATALOG_URL, cache: new InMemoryCache() });
const chroma = new ChromaClient();
const pinecone = new Pinecone();
const openai = new OpenAI();

export async function products(category) {
  // ok: no-sql-concat -- GraphQL
  return apollo.query({ query: gql`query Products($c: String!) { products(category: $c) { id } }`, variables: { c: category } });
}

export async function selectProducts(fields) {
  // ok: no-sql-concat -- GraphQL text
  return graphql(process.env.CATALOG_URL, `query { select: products { ${fields.join(' ')} } from: shops { id } }`);
}

export async function similar(text) {
  const collection = await chroma.getOrCreateCollection({ name: 'documents' });
  // ok: no-sql-concat -- a vector store
  const near = await collection.query({ queryTexts: [`select from documents where the topic is ${text}`], nResults: 5 });
  // ok: no-sql-concat
  const vectors = await pinecone.index('documents').query({ vector: near.embeddings[0], topK: 5 });
  return vectors.matches;
}

export async function ask(table, question) {
  // ok: no-sql-concat -- a prompt
  const prompt = `SELECT the best answer FROM the table ${table} WHERE it fits "${question}"`;
  return openai.responses.create({ model: 'gpt-4.1-mini', input: prompt });
}

export async function resolveHost(host) {
  // ok: no-sql-concat
  return dns.resolve(`db-${host}.internal.example.com`, 'TXT');
}

export function warn(table, id) {
  // ok: no-sql-concat -- a log line and an error
  log.warn(`DELETE FROM ${table} WHERE id = ${id} touched no row`);
  throw new Error(`UPDATE ${table} SET state = done failed for ${id}`);
}
