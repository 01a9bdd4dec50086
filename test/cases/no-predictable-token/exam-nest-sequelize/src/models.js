const { DataTypes, Sequelize } = require('sequelize');
const sequelize = new Sequelize(process.env.DATABASE_URL);
exports.User = sequelize.define('user', { email: DataTypes.STRING, resetCode: DataTypes.STRING, otp: DataTypes.STRING, tempPassword: DataTypes.STRING });
exports.Reset = sequelize.define('reset', { userId: DataTypes.INTEGER, token: DataTypes.STRING });
