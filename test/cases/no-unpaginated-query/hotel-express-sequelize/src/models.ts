import { DataTypes, Model, Sequelize } from 'sequelize';

export const sequelize = new Sequelize(process.env.DATABASE_URL!, { logging: false });

export class Room extends Model {}
Room.init({ number: DataTypes.STRING, status: DataTypes.STRING, hotelId: DataTypes.INTEGER }, { sequelize });

export class Stay extends Model {}
Stay.init({ roomId: DataTypes.INTEGER, guest: DataTypes.STRING, state: DataTypes.STRING }, { sequelize });
