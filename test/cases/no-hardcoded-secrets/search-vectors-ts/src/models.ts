// @complete: no-hardcoded-secrets
import Anthropic from '@anthropic-ai/sdk';
import OpenAI, { AzureOpenAI } from 'openai';

// bad: no-hardcoded-secrets
// fix: no-hardcoded-secrets
export const openai = new OpenAI({ apiKey: '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', timeout: 30_000 });

// ok: no-hardcoded-secrets -- reads OPENAI_API_KEY by itself
export const openaiDefault = new OpenAI();

// bad: no-hardcoded-secrets -- 32 hex digits, no prefix of its own
export const azure = new AzureOpenAI({ apiKey: '0d4c1f7b9e2a4658b3c7d8e9f0a1b2c3', apiVersion: '2024-10-21', endpoint: 'https://acme.openai.azure.com' });

// bad: no-hardcoded-secrets
export const claude = new Anthropic({ apiKey: 'sk-ant-api03-TwYUbcRvqHwVq3qIVqq6rUKjBCjPziLAKbmrY21uhQEHRCygYGtTVN1HOvy75IkCCgVytle9ei1biBED1QMWgPBBM6flWAA' });

// ok: no-hardcoded-secrets -- a local server that wants any string
export const ollama = new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'ollama' });

export class Ranker {
  // ok: no-hardcoded-secrets -- numbers of model tokens
  static readonly maxTokens = 4096;
  // ok: no-hardcoded-secrets
  static readonly stopToken = '<|endoftext|>';
  // ok: no-hardcoded-secrets
  static readonly padToken = '[PAD]';

  constructor(
    private readonly model = 'gpt-4.1-mini',
    // bad: no-hardcoded-secrets -- a parameter's default
    private readonly rerankApiKey = 'co-71b0e8d2f64a9c35',
  ) {}

  describe() {
    return { model: this.model, hasKey: this.rerankApiKey.length > 0 };
  }
}
