import { useCallback, useEffect, useState } from 'react';
import { requestFailure, type RequestFailure } from './requestFailure';

/**
 * A request and what came of it. While a newer answer is awaited, `value` is
 * the one before it and `loading` is true.
 */
export interface Request<T> {
  value?: T;
  failure?: RequestFailure;
  loading: boolean;
  retry: () => void;
}

export function useRequest<T>(
  load: (signal: AbortSignal) => Promise<T>,
): Request<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<Request<T>, 'retry'>>({
    loading: true,
  });

  useEffect(() => {
    const controller = new AbortController();
    const settle = (next: Omit<Request<T>, 'retry'>) => {
      if (!controller.signal.aborted) setState(next);
    };
    setState(({ value }) => ({ value, loading: true }));
    load(controller.signal).then(
      value => settle({ value, loading: false }),
      error => settle({ failure: requestFailure(error), loading: false }),
    );
    return () => controller.abort();
  }, [load, attempt]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { ...state, retry };
}
