// @complete: no-unverified-jwt
exports.lenient = { algorithms: ['RS256'], ignoreExpiration: true };
exports.strict = { algorithms: ['RS256'], ignoreExpiration: false };
exports.wrongName = { algorithm: 'RS256' };
