// @complete: no-hardcoded-secrets
export const settings = {
  index: 'articles-v3',
  namespace: 'production',
  remote: 'a91c6e02-7f3d-4b58-9e14-d2c80b7a6f35',
  topK: 20,
  // ok: no-hardcoded-secrets
  spare: process.env.PINECONE_SPARE_KEY!,
};
