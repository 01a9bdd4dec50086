import mongoose from 'mongoose';

const ticketSchema = new mongoose.Schema({
  externalId: { type: String, unique: true },
  title: String,
  state: String,
  votes: { type: Number, default: 0 },
  tags: [String],
  comments: [{ text: String }],
});

export const Ticket = mongoose.model('Ticket', ticketSchema);
