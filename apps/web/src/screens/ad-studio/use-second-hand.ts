'use client';
import { useEffect, useState } from 'react';

/** The time in milliseconds, once a second while somebody counts down by it; 0 until the first second has passed. */
export function useSecondHand(isRunning: boolean): number {
  const [nowMs, setNow] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return nowMs;
}
