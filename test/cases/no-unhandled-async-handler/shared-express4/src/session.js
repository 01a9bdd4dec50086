const { find } = require('./store');

async function requireSession(req, res, next) {
  const session = await find(req.headers.authorization);
  if (!session) return res.sendStatus(401);
  next();
}

module.exports = { requireSession };
