// @complete: no-shared-secret-jwt
const jwt = require('jsonwebtoken');

const { JWT_SECRET } = process.env;

exports.verifyUpgrade = (req, socket) => {
  try {
    const token = new URL(req.url, 'http://localhost').searchParams.get('token');
    // bad-cross: no-shared-secret-jwt
    req.user = jwt.verify(token, JWT_SECRET, { algorithms: ['HS256', 'HS512'] });
  } catch {
    socket.destroy();
  }
};
