// @complete: no-client-per-request
const { Sequelize } = require('sequelize');

exports.handler = async (event) => {
  // bad: no-client-per-request
  const sequelize = new Sequelize(process.env.DATABASE_URL);
  const [rows] = await sequelize.query('SELECT 1');
  await sequelize.close();
  return { statusCode: 200, body: JSON.stringify(rows) };
};
