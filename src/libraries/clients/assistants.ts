import type { Library } from '../../model/library.js';

/** Model and vector services: their keys spend money and read the documents stored there. */
export const assistants: readonly Library[] = [
  {
    // https://github.com/openai/openai-node
    name: 'openai',
    kind: 'clients',
    modules: ['openai', 'openai/*'],
    exports: {
      default: { construct: { secrets: ['0.apiKey', '0.adminAPIKey', '0.webhookSecret'] } },
      OpenAI: { construct: { secrets: ['0.apiKey', '0.adminAPIKey', '0.webhookSecret'] } },
      AzureOpenAI: { construct: { secrets: ['0.apiKey'] } },
    },
  },
  {
    // https://github.com/anthropics/anthropic-sdk-typescript
    name: 'anthropic',
    kind: 'clients',
    modules: ['@anthropic-ai/sdk'],
    exports: {
      default: { construct: { secrets: ['0.apiKey', '0.authToken', '0.webhookKey'] } },
      Anthropic: { construct: { secrets: ['0.apiKey', '0.authToken', '0.webhookKey'] } },
    },
  },
  {
    // https://docs.pinecone.io/reference/typescript-sdk
    name: 'pinecone',
    kind: 'clients',
    modules: ['@pinecone-database/pinecone'],
    exports: { Pinecone: { construct: { secrets: ['0.apiKey'] } } },
  },
  {
    // https://docs.weaviate.io/weaviate/client-libraries/typescript
    name: 'weaviate',
    kind: 'clients',
    modules: ['weaviate-client'],
    exports: {
      ApiKey: { construct: { secrets: ['0'] } },
      AuthUserPasswordCredentials: { construct: { secrets: ['0.password'] } },
      AuthAccessTokenCredentials: { construct: { secrets: ['0.accessToken', '0.refreshToken'] } },
      AuthClientCredentials: { construct: { secrets: ['0.clientSecret'] } },
    },
  },
];
