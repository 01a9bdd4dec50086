const { Pool } = require('pg');
const mysql = require('mysql2/promise');
const { MongoClient } = require('mongodb');

const pool = new Pool();
const mysqlPool = mysql.createPool({ uri: process.env.MYSQL_URL });
const mongo = new MongoClient(process.env.MONGO_URL);

const checkout = () => pool.connect();
module.exports = { pool, mysqlPool, mongo, checkout };
