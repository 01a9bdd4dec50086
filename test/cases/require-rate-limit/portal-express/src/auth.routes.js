// @complete: require-rate-limit
const { Router } = require('express');
const { login } = require('./auth.controller');

const router = Router();
// bad-cross: require-rate-limit
router.post('/signup', (req, res) => res.sendStatus(201));
// bad-cross: require-rate-limit
router.post('/forgot-password', (req, res) => res.sendStatus(202));
// bad-cross: require-rate-limit
router.post('/reset-password', (req, res) => res.sendStatus(204));
// bad-cross: require-rate-limit
router.post('/verify-otp', (req, res) => res.sendStatus(204));
// The password is compared in the controller, whatever the path says.
// bad-cross: require-rate-limit
router.post('/kiosk', login);
// ok: require-rate-limit
router.post('/logout', (req, res) => res.sendStatus(204));
// ok: require-rate-limit
router.get('/login', (req, res) => res.render('login'));
module.exports = router;
