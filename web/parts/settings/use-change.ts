'use client';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';

/** A change through the API; the page is read anew after it. */
export function useChange<Body, Answer>(
  change: (body: Body) => Promise<Answer>,
  done?: (answer: Answer) => void,
): UseMutationResult<Answer, unknown, Body> {
  const router = useRouter();
  return useMutation({
    mutationFn: change,
    onSuccess: (answer) => {
      router.refresh();
      done?.(answer);
    },
  });
}
