import { isErrorCode } from '#domain/errors';
import { asRefusal, Refusal } from '../refusal.ts';

/** The coded problem in an answer to the resumable protocol. */
export function refusalIn(error: unknown): Refusal {
  const response = (error as { originalResponse?: { getBody(): string; getStatus(): number } | null }).originalResponse;
  try {
    const { code, details } = JSON.parse(response?.getBody() ?? '') as {
      code: unknown;
      details: Record<string, string>;
    };
    if (isErrorCode(code)) return new Refusal(code, details ?? {}, response?.getStatus() ?? 0);
  } catch {
    // No answer of ours: the network, or something between.
  }
  return asRefusal(error);
}
