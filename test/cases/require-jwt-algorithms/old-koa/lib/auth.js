// @complete: require-jwt-algorithms
const jwt = require('jsonwebtoken');
const expressJwt = require('express-jwt');

const secret = process.env.JWT_SECRET;

exports.issue = (user) => jwt.sign({ sub: user.id }, secret, { expiresIn: '10m' });

exports.check = (token, done) => {
  // bad: require-jwt-algorithms
  // fix: require-jwt-algorithms
  jwt.verify(token, secret, (error, claims) => done(error, claims));
};

// bad: require-jwt-algorithms
exports.middleware = expressJwt({ secret });

// ok: require-jwt-algorithms
exports.strict = expressJwt({ secret, algorithms: ['HS256'] });

// ok: require-jwt-algorithms
exports.checkStrict = (token) => jwt.verify(token, secret, { algorithms: ['HS256'] });

// ok: require-jwt-algorithms
exports.checkWith = (token, options) => jwt.verify(token, secret, options);
