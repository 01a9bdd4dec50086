const { Umzug, SequelizeStorage } = require('umzug');
const { Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
module.exports = new Umzug({ migrations: { glob: 'db/migrations/*.js' }, context: sequelize.getQueryInterface(), storage: new SequelizeStorage({ sequelize }), logger: console });
