'use strict';
const { visits } = require('./models');

exports.addVisit = (path) => visits.insertOne({ path });
exports.format = (path) => path.trim();
