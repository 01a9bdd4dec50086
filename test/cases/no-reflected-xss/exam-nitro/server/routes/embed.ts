// @complete: no-reflected-xss
import { defineEventHandler, getQuery, getCookie } from 'h3';

export default defineEventHandler((event) => {
  const theme = getCookie(event, 'theme');
  const { format } = getQuery(event);
  if (format === 'page') {
    // bad: no-reflected-xss
    return new Response(`<body class="${theme}"></body>`, { headers: { 'content-type': 'text/html' } });
  }
  if (format === 'text') {
    // ok: no-reflected-xss
    return new Response(`theme: ${theme}`, { headers: { 'content-type': 'text/plain' } });
  }
  const known = theme === 'dark' || theme === 'light' ? theme : 'light';
  // ok: no-reflected-xss
  return new Response(`<body class="${known}"></body>`, { headers: { 'content-type': 'text/html' } });
});
