const jwt = require('jsonwebtoken');

exports.authenticate = (req, res, next) => {
  const user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  if (!user) return res.sendStatus(401);
  req.user = user;
  next();
};
exports.requireRole = (role) => (req, res, next) => (req.user.role === role ? next() : res.sendStatus(403));
exports.onError = (err, req, res, next) => {
  if (res.headersSent) return next(err);
  res.status(500).json({ error: 'internal' });
};
