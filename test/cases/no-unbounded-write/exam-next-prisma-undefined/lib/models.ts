import mongoose from 'mongoose';

export const Notice = mongoose.model('Notice', new mongoose.Schema({ team: String, read: Boolean }));
