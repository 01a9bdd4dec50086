'use strict';
const { parcels } = require('../db');

exports.enqueue = (order) => parcels.add({ order }, { attempts: 5 });
