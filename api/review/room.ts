import type { HouseParts, Room } from '#api/room';
import { COMMENTS, REVIEW, REVIEW_PULSES } from '#api/tokens';
import { CommentsService } from './comments.service.ts';
import { ReviewController } from './review.controller.ts';
import { ReviewService } from './review.service.ts';
import { ReviewPulses } from './review-pulse.ts';

/** Where people look at a version, talk about it and see what they would sign. */
export const reviewRoom = ({ db, temporal, store }: HouseParts): Room => {
  const review = new ReviewService(db, temporal, store);
  return {
    controllers: [ReviewController],
    providers: [
      { provide: REVIEW, useValue: review },
      { provide: COMMENTS, useValue: new CommentsService(db, review) },
      { provide: REVIEW_PULSES, useValue: new ReviewPulses(db) },
    ],
  };
};
