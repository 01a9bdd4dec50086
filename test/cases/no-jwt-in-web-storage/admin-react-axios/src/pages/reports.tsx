// @complete: no-jwt-in-web-storage
import { useEffect, useState } from 'react';

export function Reports() {
  const [rows, setRows] = useState<{ id: string; title: string }[]>([]);

  useEffect(() => {
    const controller = new AbortController();
    fetch('/api/reports', {
      // bad: no-jwt-in-web-storage
      // fix: no-jwt-in-web-storage -- credentials: 'include'
      headers: { Authorization: `Bearer ${localStorage.getItem('token')}` },
      signal: controller.signal,
    })
      .then((res) => res.json())
      .then(setRows);
    return () => controller.abort();
  }, []);

  // ok: no-jwt-in-web-storage -- the reports are fetched with a cookie
  const reload = () => fetch('/api/reports', { credentials: 'include' }).then((res) => res.json()).then(setRows);

  return (
    <ul onDoubleClick={reload}>
      {rows.map((row) => (
        <li key={row.id}>{row.title}</li>
      ))}
    </ul>
  );
}
