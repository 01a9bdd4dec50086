// @complete: no-hardcoded-secrets
// A game's shop: secrets, keys and tokens are things one buys.
export interface Item {
  id: string;
  token: string;
  secret?: string;
}

// ok: no-hardcoded-secrets
export const items: Item[] = [
  { id: 'golden-key', token: 'coin', secret: 'Opens the tower' },
  { id: 'ruby-token', token: 'gem' },
];

// ok: no-hardcoded-secrets -- design tokens
export const tokens = { colorToken: '#0f62fe', spaceToken: '0.5rem', fontToken: 'IBM Plex Sans' };

export const label = (kind: 'password' | 'token') => {
  switch (kind) {
    // ok: no-hardcoded-secrets
    case 'password':
      return 'Password';
    // ok: no-hardcoded-secrets
    case 'token':
      return 'Token';
  }
};

// ok: no-hardcoded-secrets -- a lexer's tokens
export const nextToken = (source: string) => (source.startsWith('{') ? 'brace-open' : 'text');
// ok: no-hardcoded-secrets
export const sortKey = 'createdAt', primaryKey = 'id', foreignKey = 'user_id', cacheKey = 'shop:items:v2';
// ok: no-hardcoded-secrets
export const keyboard = { key: 'Enter', accessKey: 's' };
