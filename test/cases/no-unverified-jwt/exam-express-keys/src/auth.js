// @complete: no-unverified-jwt
const jwt = require('jsonwebtoken');
const jwksClient = require('jwks-rsa');
const options = require('./options');

const client = jwksClient({ jwksUri: 'https://id.example/.well-known/jwks.json' });

async function requireUser(req, res, next) {
  const token = (req.headers.authorization || '').slice(7);
  // ok: no-unverified-jwt -- reads kid to choose the key, then verifies
  const decoded = jwt.decode(token, { complete: true });
  if (!decoded) return res.sendStatus(401);
  const key = await client.getSigningKey(decoded.header.kid);
  try {
    // ok: no-unverified-jwt
    req.user = jwt.verify(token, key.getPublicKey(), { algorithms: ['RS256'] });
    next();
  } catch (err) {
    res.sendStatus(401);
  }
}

function requireLenient(req, res, next) {
  try {
    // bad-cross: no-unverified-jwt
    req.user = jwt.verify(req.token, process.env.PUBLIC_KEY, options.lenient);
    next();
  } catch (err) {
    res.sendStatus(401);
  }
}

function requireStrict(req, res, next) {
  try {
    // ok-cross: no-unverified-jwt
    req.user = jwt.verify(req.token, process.env.PUBLIC_KEY, options.strict);
    next();
  } catch (err) {
    res.sendStatus(401);
  }
}

function requireMisnamed(req, res, next) {
  try {
    // bad: no-unverified-jwt -- sign's option: verify ignores it
    req.user = jwt.verify(req.token, process.env.PUBLIC_KEY, { algorithm: 'RS256' });
    next();
  } catch (err) {
    res.sendStatus(401);
  }
}

function requireMisnamedElsewhere(req, res, next) {
  try {
    // bad-cross: no-unverified-jwt
    req.user = jwt.verify(req.token, process.env.PUBLIC_KEY, options.wrongName);
    next();
  } catch (err) {
    res.sendStatus(401);
  }
}

function errorDropped(req, res, next) {
  // bad: no-unverified-jwt
  jwt.verify(req.token, process.env.PUBLIC_KEY, { algorithms: ['RS256'] }, (err, claims) => {
    req.user = claims;
    next();
  });
}

function errorHandled(req, res, next) {
  // ok: no-unverified-jwt
  jwt.verify(req.token, process.env.PUBLIC_KEY, { algorithms: ['RS256'] }, (err, claims) => {
    if (err) return res.sendStatus(401);
    req.user = claims;
    next();
  });
}

module.exports = { requireUser, requireLenient, requireStrict, requireMisnamed, requireMisnamedElsewhere, errorDropped, errorHandled };
