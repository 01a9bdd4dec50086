// @complete: no-shared-secret-jwt
const express = require('express');
const { expressjwt } = require('express-jwt');
const jwt = require('jsonwebtoken');
const passport = require('passport');
const { ExtractJwt, Strategy } = require('passport-jwt');

const app = express();
app.use(express.json());

// ok: no-shared-secret-jwt -- nothing says that a second service reads these
passport.use(
  new Strategy(
    { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.JWT_SECRET, algorithms: ['HS256'] },
    (claims, done) => done(null, { id: claims.sub }),
  ),
);

app.post('/login', (req, res) => {
  // ok: no-shared-secret-jwt
  const token = jwt.sign({ sub: req.body.email }, process.env.JWT_SECRET, {
    algorithm: 'HS256',
    // ok: no-shared-secret-jwt -- its own name
    issuer: 'library-api',
    audience: 'library-api',
    expiresIn: '15m',
  });
  res.json({ token });
});

// ok: no-shared-secret-jwt
app.use('/loans', expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }));

app.listen(3000);
