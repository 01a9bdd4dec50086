// @complete: no-transaction-escape
const { sequelize, Team, Seat } = require('./db');

async function create(name, seats) {
  return sequelize.transaction(async () => {
    // ok-cross: no-transaction-escape -- CLS hands the transaction on
    const team = await Team.create({ name });
    // ok-cross: no-transaction-escape
    await Seat.bulkCreate(Array.from({ length: seats }, () => ({ teamId: team.id })));
    return team;
  });
}
module.exports = { create };
