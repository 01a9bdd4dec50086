// @complete: require-rate-limit
const { Router } = require('express');

const router = Router();
// ok-cross: require-rate-limit
router.post('/login', (req, res) => res.sendStatus(204));
// ok-cross: require-rate-limit
router.post('/password/reset', (req, res) => res.sendStatus(204));
module.exports = router;
