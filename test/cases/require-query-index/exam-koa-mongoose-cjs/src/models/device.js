const { Schema, model } = require('mongoose');

const deviceSchema = new Schema(
  {
    serial: { type: String, unique: true },
    model: { type: String, index: true },
    firmware: String,
    site: { type: Schema.Types.ObjectId, ref: 'Site' },
    lastSeen: Date,
    country: String,
  },
  { timestamps: true },
);
deviceSchema.index({ country: 1, lastSeen: -1 });

module.exports = model('Device', deviceSchema);
