import { DateTime } from 'luxon';
import { useEffect, useReducer } from 'react';

const MINUTE = 60_000;

/** "2h ago" in the browser's language, kept current, with the exact time on hover. */
export function RelativeTime({ time }: { time: string }) {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, MINUTE);
    return () => clearInterval(timer);
  }, []);

  const moment = DateTime.fromISO(time);
  return (
    <time
      dateTime={time}
      title={moment.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)}
      style={{ whiteSpace: 'nowrap' }}
    >
      {moment.toRelative({ style: 'narrow' })}
    </time>
  );
}
