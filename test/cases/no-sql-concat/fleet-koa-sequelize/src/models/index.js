'use strict';
const { Sequelize, DataTypes } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'mysql', logging: false });

const Vehicle = sequelize.define('Vehicle', { plate: DataTypes.STRING, km: DataTypes.INTEGER, depot: DataTypes.STRING });

module.exports = { sequelize, Sequelize, Vehicle };
