// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const list = document.querySelector('#orders');

// ok: no-jwt-in-web-storage
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? 'light';

async function load() {
  const res = await fetch('/orders?limit=20', {
    // bad: no-jwt-in-web-storage
    // fix: no-jwt-in-web-storage -- the cookie is enough
    headers: { Authorization: `Bearer ${localStorage.getItem('token')}` },
    signal: AbortSignal.timeout(10_000),
  });
  const orders = await res.json();
  list.replaceChildren(
    ...orders.map((order) => Object.assign(document.createElement('li'), { textContent: `${order.id} ${order.status}` })),
  );
}

document.querySelector('#login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const res = await fetch('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(new FormData(event.target))),
    signal: AbortSignal.timeout(10_000),
  });
  const body = await res.json();
  if (!res.ok) return alert(body.title);
  // bad: no-jwt-in-web-storage
  // fix: no-jwt-in-web-storage
  localStorage.setItem('token', body.token);
  await load();
});

document.querySelector('#theme').addEventListener('click', () => {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  // ok: no-jwt-in-web-storage
  localStorage.setItem('theme', theme);
});

document.querySelector('#logout').addEventListener('click', () => {
  // ok: no-jwt-in-web-storage
  localStorage.removeItem('token');
  list.replaceChildren();
});
