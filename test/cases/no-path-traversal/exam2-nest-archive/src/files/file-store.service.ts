// @complete: no-path-traversal
import { Injectable } from '@nestjs/common';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, within } from '../common/paths';

@Injectable()
export class FileStore {
  private readonly s3 = new S3Client({});

  async load(name: string): Promise<Buffer> {
    return readFile(join(ROOT, name));
  }

  async loadChecked(name: string): Promise<Buffer> {
    return readFile(within(ROOT, name));
  }

  async remove(folder: string, id: string): Promise<void> {
    const target = `${ROOT}/${folder}/${id}`;
    await rm(target, { recursive: true, force: true });
  }

  async save(options: { folder: string; name: string; content: Buffer }): Promise<void> {
    const { folder, name, content } = options;
    await writeFile(join(ROOT, folder, name), content);
  }

  async upload(key: string, body: Buffer): Promise<void> {
    await this.s3.send(new PutObjectCommand({ Bucket: 'documents', Key: `uploads/${key}`, Body: body }));
  }

  async link(key: string): Promise<string> {
    return getSignedUrl(this.s3, new GetObjectCommand({ Bucket: 'documents', Key: key }), { expiresIn: 60 });
  }
}
