// @complete: no-unbounded-write
const Router = require('@koa/router');
const { Op } = require('sequelize');
const { Contact, Note, sequelize } = require('./models');

const router = new Router();

router.delete('/contacts', async (ctx) => {
  // bad: no-unbounded-write
  await Contact.destroy({ where: {} });
  ctx.status = 204;
});

router.delete('/contacts/all', async (ctx) => {
  // bad: no-unbounded-write
  await Contact.destroy({ truncate: true });
  // bad: no-unbounded-write
  await Contact.truncate();
  ctx.status = 204;
});

router.delete('/contacts/:id', async (ctx) => {
  // ok: no-unbounded-write
  await Contact.destroy({ where: { id: ctx.params.id } });
  // ok: no-unbounded-write
  await Note.deleteMany({ contactId: ctx.params.id });
  ctx.status = 204;
});

router.post('/contacts/archive', async (ctx) => {
  // bad: no-unbounded-write
  await Contact.update({ archived: true }, { where: {} });
  // ok: no-unbounded-write
  await Contact.update({ archived: true }, { where: { lastSeen: { [Op.lt]: new Date(0) } } });
  const contact = await Contact.findByPk(ctx.request.body.id);
  // ok: no-unbounded-write
  await contact.update({ archived: true });
  // ok: no-unbounded-write
  await contact.destroy();
  ctx.status = 204;
});

router.delete('/notes', async (ctx) => {
  // bad: no-unbounded-write
  await Note.deleteMany({});
  // bad: no-unbounded-write
  await Note.deleteMany();
  ctx.status = 204;
});

router.post('/notes/unpin', async (ctx) => {
  // bad: no-unbounded-write
  await Note.updateMany({}, { $set: { pinned: false } });
  // ok: no-unbounded-write
  await Note.updateMany({ pinned: true }, { $set: { pinned: false } });
  // ok: no-unbounded-write
  await Note.updateOne({}, { $set: { pinned: false } }).where('contactId').equals(ctx.params.id);
  // bad: no-unbounded-write
  await sequelize.query('DELETE FROM contact_tags');
  ctx.status = 204;
});

module.exports = router;
