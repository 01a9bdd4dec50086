// @complete: no-hardcoded-secrets
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SecretClient } from '@azure/keyvault-secrets';
import { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import vault from 'node-vault';

const aws = new SecretsManagerClient({});
const gcp = new SecretManagerServiceClient();

// ok: no-hardcoded-secrets -- where a secret is, not what it is
const DATABASE_SECRET_ID = 'prod/ledger/database';
// ok: no-hardcoded-secrets
const SIGNING_SECRET_NAME = 'projects/acme-prod/secrets/signing-key/versions/latest';
// ok: no-hardcoded-secrets
const secretArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:ledger/jwt-Ab12Cd';

export async function databasePassword() {
  // ok: no-hardcoded-secrets
  const out = await aws.send(new GetSecretValueCommand({ SecretId: DATABASE_SECRET_ID }));
  return JSON.parse(out.SecretString ?? '{}').password as string;
}

export async function jwtSecret() {
  const out = await aws.send(new GetSecretValueCommand({ SecretId: secretArn }));
  return out.SecretString;
}

export async function signingKey() {
  // ok: no-hardcoded-secrets
  const [version] = await gcp.accessSecretVersion({ name: SIGNING_SECRET_NAME });
  return version.payload?.data?.toString();
}

export async function fromVault() {
  // ok: no-hardcoded-secrets
  const client = vault({ endpoint: process.env.VAULT_ADDR, token: process.env.VAULT_TOKEN });
  // ok: no-hardcoded-secrets
  const secret = await client.read('secret/data/ledger/smtp-password');
  return secret.data.data.password as string;
}

export async function fromAzure(client: SecretClient) {
  // ok: no-hardcoded-secrets
  const secret = await client.getSecret('ledger-api-token');
  return secret.value;
}
