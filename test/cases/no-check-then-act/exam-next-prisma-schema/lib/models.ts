import mongoose from 'mongoose';

export const Stock = mongoose.model('Stock', new mongoose.Schema({ sku: String, left: Number }));
