'use strict';
const { Pool } = require('pg');
const { Sequelize, DataTypes } = require('sequelize');
const Queue = require('bull');

const pool = new Pool();
const sequelize = new Sequelize(process.env.DATABASE_URL);
const Coupon = sequelize.define('Coupon', { code: { type: DataTypes.STRING, unique: true }, uses: DataTypes.INTEGER });
const Order = sequelize.define('Order', { reference: { type: DataTypes.STRING, unique: true }, cents: DataTypes.INTEGER });
const parcels = new Queue('parcels', process.env.REDIS_URL);

module.exports = { pool, sequelize, Coupon, Order, parcels };
