// @complete: no-jwt-in-web-storage
import AsyncStorage from '@react-native-async-storage/async-storage';
import * as SecureStore from 'expo-secure-store';
import * as Keychain from 'react-native-keychain';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

export async function saveInsecurely(tokens: Tokens) {
  // bad: no-jwt-in-web-storage -- plain files on the device
  await AsyncStorage.setItem('accessToken', tokens.accessToken);
  // bad: no-jwt-in-web-storage
  await AsyncStorage.multiSet([
    ['@courier/refresh_token', tokens.refreshToken],
    ['@courier/signed_in', '1'],
  ]);
}

export async function loadInsecurely() {
  // bad: no-jwt-in-web-storage
  return AsyncStorage.getItem('accessToken');
}

export async function save(tokens: Tokens) {
  // ok: no-jwt-in-web-storage -- the platform's secure store
  await SecureStore.setItemAsync('accessToken', tokens.accessToken);
  // ok: no-jwt-in-web-storage
  await Keychain.setGenericPassword('refresh', tokens.refreshToken, { service: 'courier.refreshToken' });
}

export async function load() {
  // ok: no-jwt-in-web-storage
  return SecureStore.getItemAsync('accessToken');
}

export async function migrate() {
  // ok: no-jwt-in-web-storage -- cleans up what older versions left
  await AsyncStorage.multiRemove(['accessToken', '@courier/refresh_token']);
  // ok: no-jwt-in-web-storage
  await AsyncStorage.removeItem('jwt');
}

export async function rememberRoute(route: string) {
  // ok: no-jwt-in-web-storage
  await AsyncStorage.setItem('@courier/last-route', route);
}
