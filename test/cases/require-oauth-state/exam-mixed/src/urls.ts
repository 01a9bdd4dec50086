// @complete: require-oauth-state
export const AUTHORIZE = 'https://slack.com/oauth/v2/authorize';
export const googleScopes = ['openid', 'email'];
