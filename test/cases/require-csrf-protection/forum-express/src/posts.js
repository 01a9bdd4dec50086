// @complete: require-csrf-protection
const { Router } = require('express');

const router = Router();
// ok: require-csrf-protection
router.get('/', (req, res) => res.json([]));
// bad-cross: require-csrf-protection
router.post('/', (req, res) => res.status(201).json({ title: req.body.title }));
// ok-cross: require-csrf-protection
router.delete('/:id', (req, res) => res.sendStatus(204));
module.exports = router;
