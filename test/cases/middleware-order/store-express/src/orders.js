// @complete: middleware-order
const { Router } = require('express');
const multer = require('multer');
const { rateLimit } = require('express-rate-limit');
const { authenticate, requireRole } = require('./guards');

const router = Router();
const upload = multer({ dest: 'uploads', limits: { fileSize: 1e6 } });
const limiter = rateLimit({ limit: 5 });

// ok: middleware-order
router.get('/', (req, res) => res.json([]));
// bad-cross: middleware-order
router.delete('/:id', requireRole('admin'), authenticate, (req, res) => res.sendStatus(204));
// ok-cross: middleware-order
router.put('/:id', authenticate, requireRole('admin'), (req, res) => res.json(req.body));
// bad: middleware-order
router.post('/import', upload.single('file'), limiter, (req, res) => res.sendStatus(202));
// ok: middleware-order
router.post('/photos', limiter, upload.single('file'), (req, res) => res.sendStatus(202));
module.exports = router;
