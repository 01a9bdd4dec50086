const mongoose = require('mongoose');

const Product = mongoose.model('Product', new mongoose.Schema({ name: String, price: Number }));

module.exports = { Product };
