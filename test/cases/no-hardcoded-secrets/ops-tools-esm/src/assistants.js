// @complete: no-hardcoded-secrets
const prefix = 'sk-ant-api03-';

// bad: no-hardcoded-secrets -- put together from two constants
export function anthropicHeaders() {
  const rest = 'lko153DZ7tZgWpIspvAR2VX6jqDAZRG4QaQ2tbJLhHSiNCQtUm7ucG10CL3FfP6VUoTYF0EjkYoyBYwAJQZxpsGKS24WWAA';
  return { 'x-api-key': prefix + rest, 'anthropic-version': '2023-06-01' };
}

export async function embed(input) {
  const res = await fetch('https://api.openai.com/v1/embeddings', {
    method: 'POST',
    // bad: no-hardcoded-secrets
    headers: { 'content-type': 'application/json', authorization: `Bearer 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` },
    body: JSON.stringify({ model: 'text-embedding-3-small', input }),
    signal: AbortSignal.timeout(20_000),
  });
  return res.json();
}

export async function complete(messages) {
  const { OPENAI_API_KEY } = process.env;
  // ok: no-hardcoded-secrets -- an error text that names the shape
  if (!OPENAI_API_KEY?.startsWith('sk-')) throw new Error('OPENAI_API_KEY must start with sk-');
  const res = await fetch('https://api.openai.com/v1/chat/completions', {
    method: 'POST',
    // ok: no-hardcoded-secrets
    headers: { 'content-type': 'application/json', authorization: `Bearer ${OPENAI_API_KEY}` },
    body: JSON.stringify({ model: 'gpt-4.1-mini', messages }),
    signal: AbortSignal.timeout(60_000),
  });
  return res.json();
}
