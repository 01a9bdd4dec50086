// @complete: no-jwt-in-web-storage
import { createListenerMiddleware } from '@reduxjs/toolkit';
import { signedIn, signedOut } from './auth-slice.js';

export const listener = createListenerMiddleware();

listener.startListening({
  actionCreator: signedIn,
  effect: ({ payload }) => {
    // bad: no-jwt-in-web-storage
    // fix: no-jwt-in-web-storage
    localStorage.setItem('refreshToken', payload.refreshToken);
    // ok: no-jwt-in-web-storage
    localStorage.setItem('lastUser', payload.user.name);
  },
});

listener.startListening({
  actionCreator: signedOut,
  effect: () => {
    // ok: no-jwt-in-web-storage
    localStorage.removeItem('refreshToken');
  },
});
