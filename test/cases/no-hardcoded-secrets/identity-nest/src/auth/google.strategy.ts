// @complete: no-hardcoded-secrets
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy, type Profile } from 'passport-google-oauth20';

@Injectable()
export class GoogleStrategy extends PassportStrategy(Strategy, 'google') {
  constructor() {
    super({
      // ok: no-hardcoded-secrets -- a client id is public
      clientID: '407408718192-q2mpl4n6sh0ovr7t1cp8k3u5s0d1e9ab.apps.googleusercontent.com',
      // bad: no-hardcoded-secrets
      // fix: no-hardcoded-secrets
      clientSecret: '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',
      callbackURL: '/auth/google/callback',
      scope: ['email', 'profile'],
      state: true,
    });
  }

  validate(_accessToken: string, _refreshToken: string, profile: Profile) {
    return { provider: 'google', id: profile.id };
  }
}
