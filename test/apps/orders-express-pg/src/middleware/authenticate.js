// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const jwt = require('jsonwebtoken');
const config = require('../config');

/** Puts the caller into `req.user`, from the cookie or the Authorization header. */
module.exports = function authenticate(req, res, next) {
  const token = req.cookies.access_token ?? req.get('authorization')?.replace(/^Bearer /, '');
  if (!token) return res.status(401).json({ title: 'Not signed in', status: 401 });
  try {
    // ok-cross: no-shared-secret-jwt -- one service signs and checks
    const claims = jwt.verify(token, config.jwtSecret, { algorithms: ['HS256'] });
    req.user = { id: claims.sub };
  } catch {
    return res.status(401).json({ title: 'The token is invalid or has expired', status: 401 });
  }
  next();
};
