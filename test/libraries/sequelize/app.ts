import { literal, Model, Op, QueryTypes, Sequelize } from 'sequelize';

export const sequelize = new Sequelize('shop', 'app', process.env.DB_PASSWORD!, { dialect: 'postgres' });

export class Room extends Model {
  static free() {
    return this.scope('free').findAll({ limit: 5 });
  }
}
const Stay = sequelize.define('Stay', {});

export async function reads(ids: number[], name: string) {
  await Room.findAll();
  await Room.findAll({ where: { hotelId: 1, [Op.or]: [{ a: 1 }, { b: 2 }] } });
  await Room.findAndCountAll({ where: { id: { [Op.in]: ids } }, limit: 10 });
  await Stay.findByPk(1);
  await Stay.count({ where: { name } });
  await sequelize.models.Room.findOne({ where: { name: { [Op.like]: 'a%' } } });
  await sequelize.query('select * from rooms where id = :id', { replacements: { id: 1 }, type: QueryTypes.SELECT });
  await sequelize.query(`select * from rooms where name = '${name}'`);
  return Room.findAll({ order: literal(`field(name, '${name}')`) });
}

export async function writes() {
  const room = await Room.findOne({ where: { id: 1 } });
  await room!.save();
  await new Room({ name: 'a' }).save();
  await Room.create({ name: 'a' });
  await Room.bulkCreate([{ name: 'a' }], { updateOnDuplicate: ['name'] });
  await Room.findOrCreate({ where: { name: 'a' } });
  await Room.update({ name: 'b' }, { where: { id: 1 } });
  await Room.increment('visits', { where: { id: 1 } });
  await Room.destroy({ where: {} });
  await sequelize.transaction(async (transaction) => {
    await Room.upsert({ id: 1 }, { transaction });
  });
  const t = await sequelize.transaction();
  await t.rollback();
}
