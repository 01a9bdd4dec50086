import mongoose, { Schema } from 'mongoose';

export const Product = mongoose.model('Product', new Schema({ name: String, price: Number, owner: String }));
