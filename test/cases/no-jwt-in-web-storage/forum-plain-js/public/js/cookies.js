// @complete: no-jwt-in-web-storage
export function keep(token) {
  // bad: no-jwt-in-web-storage -- a cookie that every script reads
  document.cookie = `access_token=${token}; path=/; secure; samesite=lax`;
}

export function keepJwt(jwt) {
  // bad: no-jwt-in-web-storage
  document.cookie = 'jwt=' + jwt + ';path=/;max-age=3600';
}

export function chooseLanguage(language) {
  // ok: no-jwt-in-web-storage
  document.cookie = `lang=${encodeURIComponent(language)}; path=/; max-age=31536000; samesite=lax`;
}

export function csrf() {
  // ok: no-jwt-in-web-storage -- the double submit cookie is for scripts
  const match = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
  return match ? decodeURIComponent(match[1]) : '';
}

export function forget() {
  // ok: no-jwt-in-web-storage -- deletes it
  document.cookie = 'access_token=; path=/; max-age=0';
}

export function consent() {
  // ok: no-jwt-in-web-storage
  return document.cookie.includes('consent=yes');
}
