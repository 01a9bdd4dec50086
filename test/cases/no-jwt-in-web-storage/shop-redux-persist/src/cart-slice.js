import { createSlice } from '@reduxjs/toolkit';

const cartSlice = createSlice({
  name: 'cart',
  initialState: { lines: [] },
  reducers: {
    added(state, action) {
      state.lines.push(action.payload);
    },
  },
});

export const { added } = cartSlice.actions;
export const cartReducer = cartSlice.reducer;
