import type { ExportRow, Library, MemberRow } from '../../model/library.js';

/** A key made of the name that a client gave its file: `../` in it is another customer's folder once it is downloaded. */
const command = (at: string): ExportRow => ({ construct: { sinks: [{ kind: 'path', at: [at], part: 'files' }] } });
const first: MemberRow = { sinks: [{ kind: 'path', at: ['0'], part: 'files' }] };

/** Stores of objects by key. */
export const objectStores: readonly Library[] = [
  {
    // https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/s3/command/PutObjectCommand/
    name: 's3-keys',
    kind: 'storage',
    modules: ['@aws-sdk/client-s3', '@aws-sdk/lib-storage'],
    exports: {
      PutObjectCommand: {
        construct: {
          sinks: [{ kind: 'path', at: ['0.Key'], part: 'files' }],
          effect: { does: 'upload', key: ['0.Key'] },
        },
      },
      CreateMultipartUploadCommand: command('0.Key'),
      CopyObjectCommand: command('0.Key'),
      Upload: command('0.params.Key'),
    },
  },
  {
    // https://cloud.google.com/nodejs/docs/reference/storage/latest/storage/bucket#_google_cloud_storage_Bucket_file_member_1_
    name: 'google-storage',
    kind: 'storage',
    modules: ['@google-cloud/storage'],
    exports: { Storage: { new: 'Storage' }, Bucket: { annotation: 'Bucket' } },
    types: { Storage: { members: { bucket: { returns: 'Bucket' } } }, Bucket: { members: { file: first } } },
  },
  {
    // https://learn.microsoft.com/javascript/api/@azure/storage-blob/containerclient
    name: 'azure-blobs',
    kind: 'storage',
    modules: ['@azure/storage-blob'],
    exports: {
      BlobServiceClient: { new: 'Service', static: 'Service' },
      ContainerClient: { new: 'Container' },
    },
    types: {
      Service: {
        members: { fromConnectionString: { returns: 'Service' }, getContainerClient: { returns: 'Container' } },
      },
      Container: { members: { getBlockBlobClient: first, getBlobClient: first } },
    },
  },
];
