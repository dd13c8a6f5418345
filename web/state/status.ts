import type { Role } from '#domain/approval';
import type { ProductionStatus } from '#domain/progress';

const ENDED: readonly ProductionStatus[] = ['done', 'failed', 'cancelled'];
const FOR_PEOPLE: readonly ProductionStatus[] = ['waiting-approval', 'failed', 'returned'];
const MAKERS: readonly Role[] = ['publicity', 'editor', 'physician', 'admin'];

/** Nothing more comes of it by itself. */
export const hasEnded = (status: ProductionStatus): boolean => ENDED.includes(status);

/** It stands still until a person does something. */
export const waitsForPerson = (status: ProductionStatus): boolean => FOR_PEOPLE.includes(status);

/** Others wait for me first, then what failed, then what came back (studio-style §13). */
export const urgency = (status: ProductionStatus): number => FOR_PEOPLE.indexOf(status);

/** Who may order, stop and repeat; the API has the last word. */
export const mayMake = (roles: readonly Role[]): boolean => roles.some((role) => MAKERS.includes(role));

export const mayDecide = (roles: readonly Role[]): boolean => roles.includes('physician');
