// @complete: no-jwt-in-web-storage
(function () {
  'use strict';

  const store = window.localStorage;
  const { sessionStorage: tab } = window;

  async function logIn(form) {
    const res = await fetch('/login', { method: 'POST', body: new FormData(form) });
    const data = await res.json();
    // bad: no-jwt-in-web-storage -- a property
    // fix: no-jwt-in-web-storage
    localStorage.token = data.token;
    // bad: no-jwt-in-web-storage -- in brackets
    localStorage['refresh_token'] = data.refreshToken;
    // bad: no-jwt-in-web-storage -- an alias
    // fix: no-jwt-in-web-storage
    store.setItem('jwt', data.token);
    // bad: no-jwt-in-web-storage -- destructured
    tab.setItem('authToken', data.token);
    // bad: no-jwt-in-web-storage
    globalThis.sessionStorage.setItem('bearer_token', data.token);
    // bad: no-jwt-in-web-storage
    self['localStorage']['accessToken'] = data.token;
    // bad: no-jwt-in-web-storage -- part of a stored object
    localStorage.setItem('session', JSON.stringify({ name: data.name, accessToken: data.token }));
    // ok: no-jwt-in-web-storage
    store.setItem('nickname', data.name);
    // ok: no-jwt-in-web-storage -- when it ends, not the token
    store.setItem('session_expires_at', String(Date.now() + data.expiresIn * 1000));
  }

  function post(path, body) {
    return fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // bad: no-jwt-in-web-storage
        authorization: 'Bearer ' + localStorage.token,
        // ok: no-jwt-in-web-storage -- a CSRF token must be readable
        'x-csrf-token': localStorage.getItem('csrfToken'),
      },
      body: JSON.stringify(body),
    });
  }

  function remember() {
    // ok: no-jwt-in-web-storage
    localStorage.theme = document.documentElement.dataset.theme;
    // ok: no-jwt-in-web-storage
    localStorage['sidebar'] = 'open';
    // ok: no-jwt-in-web-storage
    tab.setItem('scroll', String(window.scrollY));
  }

  function logOut() {
    // ok: no-jwt-in-web-storage
    delete localStorage.token;
    // ok: no-jwt-in-web-storage
    store.removeItem('jwt');
    // ok: no-jwt-in-web-storage
    tab.clear();
  }

  window.forum = { logIn, post, remember, logOut };
})();
