// @complete: require-foreign-key-index
const { DataTypes, Model, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres' });

class Company extends Model {}
Company.init({ name: DataTypes.STRING }, { sequelize });

class Employee extends Model {}
Employee.init(
  {
    name: DataTypes.STRING,
    companyId: { type: DataTypes.INTEGER, references: { model: 'Companies', key: 'id' } },
    managerId: DataTypes.INTEGER,
  },
  { sequelize, indexes: [{ fields: ['companyId'] }, { fields: ['name', 'managerId'] }] },
);

class Payslip extends Model {}
Payslip.init({ cents: DataTypes.INTEGER, employeeId: DataTypes.INTEGER }, { sequelize });

// ok: require-foreign-key-index
Employee.belongsTo(Company, { foreignKey: 'companyId' });
// bad: require-foreign-key-index -- managerId is only second
Employee.belongsTo(Employee, { as: 'manager', foreignKey: 'managerId' });
// bad: require-foreign-key-index
Payslip.belongsTo(Employee, { foreignKey: 'employeeId' });
// ok: require-foreign-key-index -- the other side of the same column: reported once
Employee.hasMany(Payslip, { foreignKey: 'employeeId' });

module.exports = { Company, Employee, Payslip };
