// @complete: no-jwt-in-web-storage
import { useEffect, useState } from 'react';

interface MapToken {
  id: string;
  x: number;
  y: number;
}

// The figures on a board of a role-playing game are called tokens.
export default function TokenMap({ board }: { board: string }) {
  const [tokens, setTokens] = useState<MapToken[]>([]);

  useEffect(() => {
    // ok: no-jwt-in-web-storage -- figures on a board
    const stored = window.localStorage.getItem(`board:${board}:figures`);
    if (stored) setTokens(JSON.parse(stored));
  }, [board]);

  useEffect(() => {
    // ok: no-jwt-in-web-storage
    window.localStorage.setItem(`board:${board}:figures`, JSON.stringify(tokens.map(({ id, x, y }) => ({ id, x, y }))));
  }, [board, tokens]);

  // ok: no-jwt-in-web-storage
  const size = Number(window.localStorage.getItem('mapTokenSize') ?? 48);

  return <svg>{tokens.map((t) => <circle key={t.id} cx={t.x} cy={t.y} r={size / 2} />)}</svg>;
}
