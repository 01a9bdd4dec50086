// @complete: prefer-cursor-pagination
import mongoose from 'mongoose';

const Comment = mongoose.model('Comment', new mongoose.Schema({ post: String, text: String }));

export async function listComments(post: string, page: number) {
  // bad-cross: prefer-cursor-pagination
  return Comment.find({ post })
    .sort({ _id: -1 })
    .skip((page - 1) * 20)
    .limit(20)
    .lean();
}

export async function rebuild() {
  for (let page = 0; ; page++) {
    // ok: prefer-cursor-pagination
    const batch = await Comment.find({}).skip(page * 500).limit(500);
    if (batch.length === 0) break;
  }
}
