import { Schema, model } from 'mongoose';

export const Activity = model('Activity', new Schema({ what: String, at: Date }));
export const Guest = model('Guest', new Schema({ name: String, stays: Number }));
export const Stay = model('Stay', new Schema({ guest: String, nights: Number }));
