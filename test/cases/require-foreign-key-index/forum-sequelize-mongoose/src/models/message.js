// @complete: require-foreign-key-index
const mongoose = require('mongoose');

const messageSchema = new mongoose.Schema(
  {
    // bad: require-foreign-key-index
    // fix: require-foreign-key-index
    sender: { type: mongoose.Schema.Types.ObjectId, ref: 'User', required: true },
    // ok: require-foreign-key-index
    room: { type: mongoose.Schema.Types.ObjectId, ref: 'Room', index: true },
    // ok: require-foreign-key-index
    thread: { type: mongoose.Schema.Types.ObjectId, ref: 'Thread' },
    // bad: require-foreign-key-index
    replyTo: { type: mongoose.Schema.Types.ObjectId, ref: 'Message' },
    text: String,
  },
  { timestamps: true },
);

messageSchema.index({ thread: 1, createdAt: -1 });
messageSchema.index({ createdAt: -1, replyTo: 1 });

module.exports = mongoose.model('Message', messageSchema);
