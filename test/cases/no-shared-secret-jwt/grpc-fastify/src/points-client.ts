// @complete: no-shared-secret-jwt
import { Metadata, credentials, loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import jwt from 'jsonwebtoken';

const definition = loadPackageDefinition(loadSync('proto/points.proto')) as any;
const client = new definition.points.Points(process.env.POINTS_ADDRESS, credentials.createSsl());

export function balanceOf(memberId: string): Promise<number> {
  const metadata = new Metadata();
  // bad-cross: no-shared-secret-jwt -- the points service checks it
  // fix: no-shared-secret-jwt
  const token = jwt.sign({ sub: memberId }, process.env.PLATFORM_JWT_SECRET!, { algorithm: 'HS256', expiresIn: '30s' });
  metadata.set('authorization', `Bearer ${token}`);
  return new Promise((resolve, reject) => {
    client.balance({ memberId }, metadata, { deadline: Date.now() + 2000 }, (error: Error | null, reply?: { points: number }) =>
      error ? reject(error) : resolve(reply!.points),
    );
  });
}
