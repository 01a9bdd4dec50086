// @complete: no-jwt-in-web-storage
import { configureStore } from '@reduxjs/toolkit';
import { persistReducer, persistStore } from 'redux-persist';
import storage from 'redux-persist/lib/storage';
import sessionStorage from 'redux-persist/lib/storage/session';
import { authReducer } from './auth-slice.js';
import { cartReducer } from './cart-slice.js';

export const store = configureStore({
  reducer: {
    // bad-cross: no-jwt-in-web-storage -- the slice holds the tokens
    auth: persistReducer({ key: 'auth', storage }, authReducer),
    // ok-cross: no-jwt-in-web-storage
    cart: persistReducer({ key: 'cart', storage: sessionStorage }, cartReducer),
    // ok-cross: no-jwt-in-web-storage -- only the user is kept
    profile: persistReducer({ key: 'profile', storage, whitelist: ['user'] }, authReducer),
    // bad: no-jwt-in-web-storage -- asks for the token by name
    partner: persistReducer({ key: 'partner', storage, whitelist: ['accessToken'] }, authReducer),
  },
});

export const persistor = persistStore(store);
