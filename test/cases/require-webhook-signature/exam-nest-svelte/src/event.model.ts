import { model, Schema } from 'mongoose';
export const Payment = model('Payment', new Schema({ reference: String, status: String }));
