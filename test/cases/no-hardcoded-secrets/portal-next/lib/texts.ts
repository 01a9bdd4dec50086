// @complete: no-hardcoded-secrets
// ok: no-hardcoded-secrets -- translations
export const en = {
  password: 'Password',
  passwordHint: 'At least 12 characters, one number and one symbol',
  forgotPassword: 'Forgot your password?',
  apiKey: 'API key',
  apiKeyCopied: 'API key copied to the clipboard',
  secretRotated: 'The client secret was rotated. Update your integrations.',
  tokenExpired: 'Your link has expired, ask for a new one.',
};

// ok: no-hardcoded-secrets
export const de = {
  password: 'Passwort',
  passwordHint: 'Mindestens 12 Zeichen, eine Zahl und ein Sonderzeichen',
  forgotPassword: 'Passwort vergessen?',
  apiKey: 'API-Schlüssel',
  apiKeyCopied: 'API-Schlüssel kopiert',
  secretRotated: 'Das Client-Geheimnis wurde erneuert.',
  tokenExpired: 'Der Link ist abgelaufen.',
};
