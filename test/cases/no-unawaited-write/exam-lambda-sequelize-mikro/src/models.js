'use strict';
const { MongoClient } = require('mongodb');
const { Model } = require('objection');
const { Sequelize, DataTypes } = require('sequelize');
const { createClient } = require('@supabase/supabase-js');
const postgres = require('postgres');

const sequelize = new Sequelize(process.env.DATABASE_URL);
exports.sequelize = sequelize;
exports.Order = sequelize.define('Order', { state: DataTypes.STRING });
exports.visits = new MongoClient(process.env.MONGO_URL).db().collection('visits');
exports.supabase = createClient(process.env.SUPABASE_URL, process.env.SUPABASE_KEY);
exports.sql = postgres(process.env.DATABASE_URL);
exports.Line = class Line extends Model {
  static get tableName() {
    return 'lines';
  }
};
