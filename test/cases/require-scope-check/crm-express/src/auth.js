import jwt from 'jsonwebtoken';

export function authenticate(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization?.slice(7), process.env.JWT_PUBLIC_KEY, { algorithms: ['RS256'] });
    next();
  } catch {
    res.status(401).json({ error: 'unauthenticated' });
  }
}

export const requireScope = (scope) => (req, res, next) => {
  if (!req.user.scope.split(' ').includes(scope)) return res.status(403).json({ error: 'insufficient_scope' });
  next();
};
