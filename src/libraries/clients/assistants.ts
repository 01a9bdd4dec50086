import type { Library, MemberRow, TypeRow } from '../../model/library.js';
import type { OutgoingRow } from '../../model/rows/outgoing.js';

/** Both SDKs wait ten minutes, and try twice more: https://github.com/openai/openai-node#timeouts */
const client: OutgoingRow = {
  does: 'client',
  options: ['0'],
  limits: ['timeout', 'fetchOptions.timeout'],
  waits: 600,
  write: 'timeout: 30_000',
};
const call: MemberRow = {
  outgoing: { does: 'request', options: ['1'], limits: ['timeout', 'signal'], waits: 600, write: 'timeout: 30_000' },
};
/** `client.chat.completions.create(body, options)`: resources hold resources, and these hold calls. */
const sdk: Readonly<Record<string, TypeRow>> = {
  Client: { others: { type: 'Resource' } },
  Resource: { members: { create: call, parse: call, generate: call, edit: call }, others: { type: 'Resource' } },
};

/** Model and vector services: their keys spend money and read the documents stored there. */
export const assistants: readonly Library[] = [
  {
    // https://github.com/openai/openai-node
    name: 'openai',
    kind: 'clients',
    modules: ['openai', 'openai/*'],
    exports: {
      default: {
        new: 'Client',
        construct: { secrets: ['0.apiKey', '0.adminAPIKey', '0.webhookSecret'], outgoing: client },
      },
      OpenAI: {
        new: 'Client',
        construct: { secrets: ['0.apiKey', '0.adminAPIKey', '0.webhookSecret'], outgoing: client },
      },
      AzureOpenAI: { new: 'Client', construct: { secrets: ['0.apiKey'], outgoing: client } },
    },
    types: sdk,
  },
  {
    // https://github.com/anthropics/anthropic-sdk-typescript
    name: 'anthropic',
    kind: 'clients',
    modules: ['@anthropic-ai/sdk'],
    exports: {
      default: { new: 'Client', construct: { secrets: ['0.apiKey', '0.authToken', '0.webhookKey'], outgoing: client } },
      Anthropic: {
        new: 'Client',
        construct: { secrets: ['0.apiKey', '0.authToken', '0.webhookKey'], outgoing: client },
      },
    },
    types: sdk,
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
