// @complete: no-path-traversal
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { FastifyInstance } from 'fastify';
import unzipper from 'unzipper';

const s3 = new S3Client({ region: 'eu-central-1' });

export async function uploads(app: FastifyInstance): Promise<void> {
  app.post('/uploads', async (request) => {
    const file = await request.file();
    // bad: no-path-traversal
    await s3.send(new PutObjectCommand({ Bucket: 'uploads', Key: `user/${file!.filename}`, Body: file!.file }));
  });

  app.post('/uploads/safe', async (request) => {
    const file = await request.file();
    const key = `user/${randomUUID()}${path.extname(path.basename(file!.filename))}`;
    // ok: no-path-traversal
    await s3.send(new PutObjectCommand({ Bucket: 'uploads', Key: key, Body: file!.file }));
  });

  app.post('/uploads/disk', async (request) => {
    const file = await request.file();
    // bad: no-path-traversal
    file!.file.pipe(createWriteStream(`/var/uploads/${file!.filename}`));
  });

  app.post('/archives', async (request) => {
    const directory = await unzipper.Open.buffer(request.body as Buffer);
    for (const entry of directory.files) {
      // bad: no-path-traversal
      entry.stream().pipe(createWriteStream(path.join('/var/uploads', entry.path)));
    }
  });
}
