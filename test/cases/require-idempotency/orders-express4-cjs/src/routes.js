'use strict';
// @complete: require-idempotency
const { Router } = require('express');
const controller = require('./controllers/orders');
const { place, shipOnce } = require('./controllers/orders');

const router = Router();

// bad-cross: require-idempotency
router.post('/orders', controller.create);

// bad-cross: require-idempotency
router.post('/orders/raw', controller.createRaw);

// ok-cross: require-idempotency -- ON CONFLICT
router.post('/orders/once', controller.createOnce);

// ok-cross: require-idempotency -- findOrCreate by the client's reference
router.post('/orders/place', place);

// bad-cross: require-idempotency -- enqueues, two files away
router.post('/orders/:id/ship', controller.ship);

// ok-cross: require-idempotency -- a job's own id
router.post('/orders/:id/ship-once', shipOnce);

// ok-cross: require-idempotency -- computes
router.post('/orders/quote', controller.quote);

// ok-cross: require-idempotency -- reads
router.post('/orders/search', controller.search);

// bad-cross: require-idempotency -- a PUT that counts up
router.put('/coupons/:code/redeem', controller.redeem);

module.exports = router;
