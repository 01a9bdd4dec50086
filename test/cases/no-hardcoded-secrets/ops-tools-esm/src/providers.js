// @complete: no-hardcoded-secrets
import { BlobServiceClient } from '@azure/storage-blob';
import { Storage } from '@google-cloud/storage';
import { S3Client } from '@aws-sdk/client-s3';
import { WebClient } from '@slack/web-api';

export const s3 = new S3Client({
  region: 'eu-central-1',
  credentials: {
    // bad: no-hardcoded-secrets -- the id is one finding ...
    // fix: no-hardcoded-secrets
    accessKeyId: 'AKIA6FEY2UZL3HRWBLLE',
    // bad: no-hardcoded-secrets -- ... and the secret another
    // fix: no-hardcoded-secrets
    secretAccessKey: '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',
  },
});

// ok: no-hardcoded-secrets -- the default credential chain
export const s3Default = new S3Client({ region: 'eu-central-1' });

// bad: no-hardcoded-secrets
export const blobs = BlobServiceClient.fromConnectionString(
  'DefaultEndpointsProtocol=https;AccountName=opsbackups;AccountKey=YXuK2osKr1yPvw0iCmfUI5pAkXn+d2+8MXnE1jyHc410lb5e63cDLk1PZJ0dvOpd1pPcALBrgupJiYJr2AywtA==;EndpointSuffix=core.windows.net',
);

export const gcs = new Storage({
  projectId: 'acme-backups',
  credentials: {
    client_email: 'backup@acme-backups.iam.gserviceaccount.com',
    // bad: no-hardcoded-secrets
    private_key: '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpnk2kdc71eS2ZrqI\nAc9CvHax91CKyJd/pelUGb7UFsGhRANCAARCsdvv/wtRuyafYzU7HMpzI5h+pgAN\nCJjS7FglA0jTcCe/yvRMJTaXWHevSJ8bgBdT/mr6vXmV/z7SZjcAYiwr\n-----END PRIVATE KEY-----\n',
  },
});

// bad: no-hardcoded-secrets
// fix: no-hardcoded-secrets
export const slack = new WebClient('xoxb-733313694971-8131186927593-abhJNDGP4cRmAPdGFF6MKFBb');

// bad: no-hardcoded-secrets -- whoever has the address can post
export const alertsHook = 'https://hooks.slack.com/services/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';

// ok: no-hardcoded-secrets
export const slackFromEnv = new WebClient(process.env.SLACK_BOT_TOKEN);
