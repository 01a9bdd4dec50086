// @complete: no-hardcoded-secrets
import { JwtService } from '@nestjs/jwt';
import { AuthService } from './auth.service';

describe('AuthService', () => {
  // ok: no-hardcoded-secrets -- a test's own password
  const credentials = { email: 'ada@example.com', password: 'Sup3rPassw0rd!' };
  // ok: no-hardcoded-secrets
  const jwt = new JwtService({ secret: 'unit-test-jwt-secret' });

  it('issues an access token', () => {
    const config = { getOrThrow: () => 'another-test-secret' };
    const service = new AuthService(jwt, config as never);
    expect(service.issue(credentials.email).accessToken).toBeTypeOf('string');
  });

  it('rejects a stolen key', async () => {
    // bad: no-hardcoded-secrets -- a provider's live token, even in a test
    const res = await fetch('https://api.stripe.com/v1/balance', { headers: { authorization: 'Bearer sk_live_51tGvSZbYR4256KYNewPgc0l' } });
    expect(res.status).toBe(401);
  });
});
