const jwt = require('jsonwebtoken');

exports.signAccess = (userId) => jwt.sign({ sub: userId }, process.env.ACCESS_SECRET, { expiresIn: '15m' });
exports.signRefresh = (userId, jti) => jwt.sign({ sub: userId, jti }, process.env.REFRESH_SECRET, { expiresIn: '14d' });
exports.readRefresh = (token) => jwt.verify(token, process.env.REFRESH_SECRET, { algorithms: ['HS256'] });
