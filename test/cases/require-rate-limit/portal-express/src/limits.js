const rateLimit = require('express-rate-limit');

module.exports.slowDown = rateLimit({ windowMs: 60_000, limit: 5 });
