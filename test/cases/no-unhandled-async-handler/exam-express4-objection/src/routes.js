// @complete: no-unhandled-async-handler
const { Router } = require('express');
const asyncHandler = require('express-async-handler');
const books = require('./controllers/books');
const { timed, wrap } = require('./lib/wrap');
const { Book } = require('./models');
const { loadTenant } = require('./tenant');

const router = Router();
// bad-cross: no-unhandled-async-handler
router.use(loadTenant);
// bad-cross: no-unhandled-async-handler
router.get('/', books.list);
// ok-cross: no-unhandled-async-handler -- catches itself
router.post('/', books.create);
// ok-cross: no-unhandled-async-handler
router.delete('/:id', wrap(books.remove));
// bad-cross: no-unhandled-async-handler
router.delete('/:id/now', books.remove);
// bad-cross: no-unhandled-async-handler -- this wrapper catches nothing
router.get('/slow', timed(books.list));
// ok: no-unhandled-async-handler
router.get('/:id', asyncHandler(async (req, res) => {
  res.json(await Book.query().findById(req.params.id));
}));
// bad: no-unhandled-async-handler
// fix: no-unhandled-async-handler
router.put('/:id', async (req, res) => {
  res.json(await Book.query().patchAndFetchById(req.params.id, { title: req.body.title }));
});
// ok: no-unhandled-async-handler
router.patch('/:id', (req, res, next) => {
  Book.query().patch({ title: req.body.title }).then(() => res.sendStatus(204)).catch(next);
});
// ok: no-unhandled-async-handler -- nothing in it can reject
router.get('/ping', async (req, res) => {
  res.send('pong');
});
module.exports = router;
