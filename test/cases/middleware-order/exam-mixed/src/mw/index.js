const jwt = require('jsonwebtoken');
const rateLimit = require('express-rate-limit');

exports.authenticate = (req, res, next) => {
  const token = (req.headers.authorization || '').replace('Bearer ', '');
  try {
    req.user = jwt.verify(token, process.env.JWT_PUBLIC_KEY, { algorithms: ['RS256'] });
    next();
  } catch (err) {
    res.status(401).json({ error: 'unauthorized' });
  }
};

exports.authorize = (role) => (req, res, next) => {
  if (req.user.role !== role) return res.status(403).json({ error: 'forbidden' });
  next();
};

exports.limiter = rateLimit({ windowMs: 60000, limit: 100 });

exports.onError = (err, req, res, next) => {
  console.error(err);
  res.status(500).json({ error: 'internal' });
};

exports.notFound = (req, res) => {
  res.status(404).json({ error: 'not found' });
};

// bad-cross: valid-error-middleware -- legacy.js mounts it
exports.shortErrorHandler = (err, req, res) => {
  console.error(err.stack);
  res.status(500).json({ error: 'internal' });
};
