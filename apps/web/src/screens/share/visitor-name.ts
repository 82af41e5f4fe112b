import { useEffect, useState } from 'react';

const KEY = 'visitor-name';

/** The name that a visitor of links goes by, kept in this browser. */
export function useVisitorName(): [string, (name: string) => void] {
  const [name, setName] = useState('');
  useEffect(() => {
    try {
      setName(localStorage.getItem(KEY) ?? '');
    } catch {
      // A browser that keeps nothing asks again.
    }
  }, []);
  const keep = (next: string) => {
    setName(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // As above.
    }
  };
  return [name, keep];
}
