const Joi = require('joi');

const listItems = {
  query: Joi.object().keys({
    name: Joi.string(),
    sortBy: Joi.string(),
    // bad-cross: no-unbounded-page-size
    // fix: no-unbounded-page-size
    limit: Joi.number().integer(),
    page: Joi.number().integer(),
  }),
};

const listShelves = {
  query: Joi.object().keys({
    // ok: no-unbounded-page-size
    limit: Joi.number().integer().max(100),
    page: Joi.number().integer(),
  }),
};

module.exports = { listItems, listShelves };
