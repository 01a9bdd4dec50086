// @complete: middleware-order
const { Router } = require('express');
const { authenticate, authorize } = require('./mw');

const items = Router();
items.get('/', (req, res) => res.json([]));
// bad-cross: middleware-order -- the role is asked before the caller is known
items.delete('/:id', authorize('admin'), authenticate, (req, res) => res.sendStatus(204));
// ok-cross: middleware-order
items.put('/:id', authenticate, authorize('admin'), (req, res) => res.sendStatus(204));
module.exports = { items };
