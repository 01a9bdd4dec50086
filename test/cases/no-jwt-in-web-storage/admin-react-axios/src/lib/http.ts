// @complete: no-jwt-in-web-storage
import axios from 'axios';

export const http = axios.create({ baseURL: '/api', timeout: 10_000 });

http.interceptors.request.use((config) => {
  // bad: no-jwt-in-web-storage
  const token = localStorage.getItem('accessToken');
  if (token) config.headers.Authorization = `Bearer ${token}`;
  return config;
});

http.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error;
  const { data } = await axios.post('/api/auth/refresh', {
    // bad: no-jwt-in-web-storage
    refreshToken: localStorage.getItem('refreshToken'),
  });
  // bad: no-jwt-in-web-storage
  // fix: no-jwt-in-web-storage
  localStorage.setItem('accessToken', data.accessToken);
  error.config.headers.Authorization = `Bearer ${data.accessToken}`;
  return http.request(error.config);
});

export function signOut() {
  // ok: no-jwt-in-web-storage -- removal
  localStorage.removeItem('accessToken');
  // ok: no-jwt-in-web-storage
  localStorage.removeItem('refreshToken');
  // ok: no-jwt-in-web-storage -- where to go after the next login
  sessionStorage.setItem('auth:returnTo', window.location.pathname);
}
