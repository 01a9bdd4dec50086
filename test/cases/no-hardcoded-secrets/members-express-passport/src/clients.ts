// @complete: no-hardcoded-secrets
export const clients = {
  club: 'Ember-Gondola-1406-Sage',
  callback: '/auth/club/callback',
};
