'use strict';
const mysql = require('mysql2');

module.exports = mysql.createPool({ host: process.env.MYSQL_HOST, user: 'shop', password: process.env.MYSQL_PASSWORD, database: 'shop' });
