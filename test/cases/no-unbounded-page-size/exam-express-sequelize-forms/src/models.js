const { DataTypes, Sequelize } = require('sequelize');
const knexFactory = require('knex');

const sequelize = new Sequelize(process.env.DATABASE_URL);
exports.Item = sequelize.define('Item', { name: DataTypes.STRING });
exports.knex = knexFactory({ client: 'mysql2' });
