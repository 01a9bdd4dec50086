const mongoose = require('mongoose');

const Customer = mongoose.model('Customer', new mongoose.Schema({ email: String, points: Number }));
const Product = mongoose.model('Product', new mongoose.Schema({ sku: String, stock: Number }));
const Ticket = mongoose.model('Ticket', new mongoose.Schema({ number: Number, text: String }));

module.exports = { Customer, Product, Ticket };
