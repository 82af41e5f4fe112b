'use client';
import { useEffect, useState } from 'react';

const SETTLED_AFTER_MS = 250;

/** A value once it stays as it is for a moment: for pictures that need not follow every letter that is typed. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
