const jwt = require('jsonwebtoken');

exports.requireUser = (req, res, next) => {
  try {
    const token = (req.headers.authorization || '').replace('Bearer ', '');
    req.user = jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch (error) {
    res.status(401).json({ error: 'unauthorized' });
  }
};
