'use strict';
// @complete: no-unpaginated-query
const { Router } = require('express');
const createKnex = require('knex');
const { Model } = require('objection');

const knex = createKnex({ client: 'better-sqlite3', connection: { filename: 'clinic.db' }, useNullAsDefault: true });
Model.knex(knex);

class Visit extends Model {
  static get tableName() {
    return 'visits';
  }
}

const router = Router();

router.get('/patients', async (req, res) => {
  // bad: no-unpaginated-query
  // fix: no-unpaginated-query
  const patients = await knex('patients').select('id', 'name');
  res.json(patients);
});

router.get('/patients/from', async (req, res) => {
  // bad: no-unpaginated-query
  const patients = await knex.select('*').from('patients').where({ status: 'active' }).orderBy('name');
  res.json(patients);
});

router.get('/patients/steps', async (req, res) => {
  const query = knex('patients').select('id', 'name').orderBy('name');
  if (req.query.city) query.where('city', req.query.city);
  // bad: no-unpaginated-query -- run here, never limited
  res.json(await query);
});

router.get('/patients/limited', async (req, res) => {
  const query = knex('patients').select('id', 'name').limit(50);
  if (req.query.city) query.where('city', req.query.city);
  // ok: no-unpaginated-query
  res.json(await query);
});

router.get('/patients/first', async (req, res) => {
  // ok: no-unpaginated-query
  const first = await knex('patients').orderBy('id').first();
  // ok: no-unpaginated-query
  const [{ n }] = await knex('patients').count('* as n');
  // ok: no-unpaginated-query -- ids
  const some = await knex('patients').whereIn('id', String(req.query.ids).split(','));
  res.json({ first, n, some });
});

router.get('/clinics/:id/patients', async (req, res) => {
  // ok: no-unpaginated-query -- a parent's id
  res.json(await knex('patients').where({ clinic_id: req.params.id }).select('id', 'name'));
});

router.get('/patients.ndjson', (req, res) => {
  // ok: no-unpaginated-query -- streamed
  knex('patients').select('id', 'name').stream().pipe(res);
});

router.get('/visits', async (req, res) => {
  // bad: no-unpaginated-query
  // fix: no-unpaginated-query
  res.json(await Visit.query());
});

router.get('/visits/kind/:kind', async (req, res) => {
  // bad: no-unpaginated-query
  res.json(await Visit.query().where('kind', req.params.kind).orderBy('at', 'desc'));
});

router.get('/visits/page', async (req, res) => {
  // ok: no-unpaginated-query -- objection's page
  res.json(await Visit.query().orderBy('at').page(Number(req.query.page) || 0, 25));
});

router.get('/visits/range', async (req, res) => {
  // ok: no-unpaginated-query
  res.json(await Visit.query().orderBy('at').range(0, 24));
});

router.get('/visits/:id', async (req, res) => {
  // ok: no-unpaginated-query
  res.json(await Visit.query().findById(req.params.id));
});

module.exports = router;
