import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL!);
export const Tag = sequelize.define('tag', { id: { type: DataTypes.UUID, primaryKey: true }, name: DataTypes.STRING });
