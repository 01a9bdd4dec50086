// @complete: no-jwt-in-web-storage
import { createRouter, createWebHistory } from 'vue-router';

export const router = createRouter({ history: createWebHistory(), routes: [{ path: '/account', component: () => import('./account') }] });

router.beforeEach((to) => {
  // bad: no-jwt-in-web-storage
  if (to.path.startsWith('/account') && !localStorage.getItem('jwt')) return '/login';
  // ok: no-jwt-in-web-storage
  if (!localStorage.getItem('cookie-consent')) return { path: '/consent', query: { next: to.fullPath } };
  return true;
});
