const { Sequelize, DataTypes } = require('sequelize');
const cls = require('cls-hooked');

const namespace = cls.createNamespace('tx');
Sequelize.useCLS(namespace);

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Team = sequelize.define('Team', { name: DataTypes.STRING });
const Seat = sequelize.define('Seat', { teamId: DataTypes.INTEGER });
module.exports = { sequelize, Team, Seat };
