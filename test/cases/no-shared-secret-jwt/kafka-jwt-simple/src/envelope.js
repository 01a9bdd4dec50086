// @complete: no-shared-secret-jwt
const jwt = require('jwt-simple');

const exp = () => Math.floor(Date.now() / 1000) + 60;

// bad-cross: no-shared-secret-jwt -- jwt-simple's default is HS256
exports.seal = (payload) => jwt.encode({ ...payload, exp: exp() }, process.env.EVENT_SECRET);

// bad-cross: no-shared-secret-jwt
exports.sealStrong = (payload) => jwt.encode({ ...payload, exp: exp() }, process.env.EVENT_SECRET, 'HS512');

// bad-cross: no-shared-secret-jwt
exports.open = (token) => jwt.decode(token, process.env.EVENT_SECRET, false, 'HS256');

// ok-cross: no-shared-secret-jwt -- names no algorithm
exports.openAny = (token) => jwt.decode(token, process.env.EVENT_SECRET);

// ok: no-shared-secret-jwt
exports.sealRs = (payload) => jwt.encode({ ...payload, exp: exp() }, process.env.EVENT_PRIVATE_KEY, 'RS256');
